package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.Initializer;
import slope.layer.Residual;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Lbfgs;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.optimizer.ParameterGroups;
import slope.optimizer.Schedule;

/// Trainings with L-BFGS.
class FullBatchStepsTest {
    private static final int ROWS = 700; // two blocks and a part of one

    private static Trainer trainer(Lbfgs settings) {
        return Trainer.of(Loss.meanSquaredError(), settings)
                .stopping(Stopping.after(400))
                .engine(Engine.scalar());
    }

    private static TrainingResult train(Trainer trainer) {
        return trainer.train(Problems.noisyProductStart(), Problems.noisyProduct(ROWS, 0.1, 1));
    }

    @Test
    void itEndsWhereItHasConverged() {
        TrainingResult result = train(trainer(new Lbfgs(10, 1e-3, 0)));

        assertThat(result.ending()).contains(Ending.CONVERGED);
        assertThat(result.history().size()).isBetween(10, 399);
        assertThat(result.best().epoch()).isEqualTo(result.history().size());
        for (int epoch = 1; epoch < result.history().size(); epoch++) {
            assertThat(result.history().get(epoch).losses().training())
                    .isLessThanOrEqualTo(
                            result.history().get(epoch - 1).losses().training());
        }
    }

    /// Without a tolerance it goes on until no lower number is found.
    @Test
    void roundingEndsIt() {
        TrainingResult result = train(trainer(new Lbfgs(10, 0, 0)).stopping(Stopping.after(20_000)));

        assertThat(result.ending()).isIn(Optional.of(Ending.CONVERGED), Optional.of(Ending.NO_LOWER_POINT));
        assertThat(result.history().size()).isLessThan(20_000);
        assertThat(result.best().losses().training()).isLessThan(0.011); // the noise's variance is 0.01
    }

    @Test
    void batchSizeAndThreadsChangeNoBit() {
        Trainer trainer = trainer(Optimizer.lbfgs()).stopping(Stopping.after(20));
        assertThat(train(trainer).ending()).contains(Ending.EPOCHS);
        float[] parameters = train(trainer).network().parameters().toArray();

        assertThat(train(trainer.batchSize(7)).network().parameters().toArray()).isEqualTo(parameters);
        assertThat(train(trainer.engine(Engine.scalar().threads(3)))
                        .network()
                        .parameters()
                        .toArray())
                .isEqualTo(parameters);
    }

    /// The mean loss is that of all rows, whatever the blocks.
    @Test
    void aWeightOfTwoIsTheRowTwice() {
        Examples once = Problems.noisyProduct(300, 0.1, 1);
        int[] twice = new int[450];
        float[] weights = new float[300];
        for (int row = 0; row < 450; row++) {
            twice[row] = row % 300;
            weights[row % 300]++;
        }
        Trainer trainer = trainer(new Lbfgs(10, 0, 0.1)).stopping(Stopping.after(10));

        TrainingResult weighted = trainer.train(Problems.noisyProductStart(), once.weights(weights));
        TrainingResult repeated = trainer.train(Problems.noisyProductStart(), once.select(twice));

        for (int epoch = 0; epoch < 10; epoch++) {
            double loss = repeated.history().get(epoch).losses().training();
            assertThat(weighted.history().get(epoch).losses().training()).isCloseTo(loss, within(1e-5 * loss));
        }
    }

    @Test
    void weightDecayKeepsWeightsSmall() {
        double free = squares(train(trainer(new Lbfgs(10, 1e-4, 0))).network());

        assertThat(squares(train(trainer(new Lbfgs(10, 1e-4, 10))).network())).isLessThan(0.7 * free);
    }

    private static double squares(Network network) {
        double sum = 0;
        for (float parameter : network.parameters().toArray()) {
            sum += (double) parameter * parameter;
        }
        return sum;
    }

    /// Targets so large that the first steps overflow: the search goes back.
    @Test
    void aSearchGoesBackFromInfinity() {
        float[] inputs = {1e15f, -1e15f, 3e15f, 2e15f};
        float[] targets = {1, 2, 3, 4};
        Network start = Network.start(
                Architecture.inputs(1).dense(3, Activation.RELU).dense(1, Activation.IDENTITY), Initializer.HE, 1);

        TrainingResult result = trainer(Optimizer.lbfgs())
                .stopping(Stopping.after(30))
                .train(start, Examples.of(inputs, 1, targets, 1));

        assertThat(result.best().losses().training())
                .isFinite()
                .isLessThanOrEqualTo(result.history().getFirst().losses().training());
    }

    /// Each look at the clock takes a second.
    @Test
    void aTimeLimitEndsASearch() {
        AtomicLong seconds = new AtomicLong();
        TimeLimit limit =
                TimeLimit.of(Duration.ofSeconds(20)).nanoTime(() -> seconds.incrementAndGet() * 1_000_000_000L);
        Stopping stopping = Stopping.after(400).withTimeLimit(limit);

        TrainingResult result = train(trainer(new Lbfgs(10, 0, 0)).stopping(stopping));

        assertThat(result.ending()).contains(Ending.TIME);

        assertThat(seconds.get()).isLessThan(40);
        assertThat(result.history().size()).isBetween(2, 20);
        assertThat(result.best().losses().training())
                .isLessThan(result.history().getFirst().losses().training());
    }

    static Stream<Arguments> unfit() {
        TrainingOptions options = TrainingOptions.none();
        Trainer fit = trainer(Optimizer.lbfgs());
        return Stream.of(
                Arguments.of("the learning rate has no schedule", fit.learningRate(new LearningRate.Cosine(0.1))),
                Arguments.of("parameters are not averaged", fit.trainingOptions(options.averagedEpochs(1))),
                Arguments.of("gradients are not clipped", fit.trainingOptions(options.maximumGradientNorm(1))),
                Arguments.of(
                        "the weight decay has no schedule", fit.trainingOptions(options.decay(Schedule.FLAT_COSINE))),
                Arguments.of(
                        "all parameters have one learning rate",
                        fit.trainingOptions(options.parameterGroups(ParameterGroups.realMlp()))));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatChangesBetweenEvaluationsIsRefused(String condition, Trainer trainer) {
        assertThatThrownBy(() -> train(trainer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("L-BFGS searches for the length of each step on the loss of all rows, so it trains only"
                        + " where %s; use another optimizer".formatted(condition));
    }

    @Test
    void soIsDropoutAnywhere() {
        List<Architecture> random = List.of(
                Architecture.inputs(2).dense(4, Activation.RELU).with(new Dropout(0.1)),
                Architecture.inputs(2)
                        .dense(4, Activation.RELU)
                        .with(new Residual(
                                List.of(new Dropout(0.1), new Dense(4, Activation.RELU, Dense.Bias.PRESENT)))));
        for (Architecture architecture : random) {
            Network start = Network.start(architecture.dense(1, Activation.IDENTITY), Initializer.HE, 1);

            assertThatThrownBy(() -> trainer(Optimizer.lbfgs()).train(start, Problems.noisyProduct(9, 0, 1)))
                    .hasMessageContaining("trains only where the network has no dropout");
        }
    }

    @Test
    void aWantedStepSeesAllRows() {
        WantedStep wanted = new WantedStep(2, 1);
        trainer(Optimizer.lbfgs()).train(Problems.noisyProductStart(), Problems.noisyProduct(ROWS, 0.1, 1), wanted);

        assertThat(wanted.found().rows().numbers()).hasSize(ROWS);
        assertThat(wanted.found().course().stepsOfEpoch()).isEqualTo(1);
    }
}
