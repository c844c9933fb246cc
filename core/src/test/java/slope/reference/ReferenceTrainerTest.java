package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.loss.Loss;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.training.DivergedException;

class ReferenceTrainerTest {
    private final Matrix inputs = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    private final Matrix targets = Matrix.of(new double[][] {{0}, {1}, {1}, {0}});
    private final ReferenceNetwork start = ReferenceNetwork.start(
            Architecture.inputs(3).dense(4, Activation.SIGMOID).dense(1, Activation.SIGMOID),
            Initializer.UNIFORM_SCALED,
            1);

    @Test
    void trainingLeavesTheGivenNetworkUnchanged() {
        double[] before = start.parameters();

        trainer(1).train(start, inputs, targets, 50);

        assertThat(start.parameters()).isEqualTo(before);
    }

    @Test
    void aTrainerCanBeUsedAgainWithTheSameResult() {
        var trainer = new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.adam(), LearningRate.constant(0.1));

        assertThat(trainer.train(start, inputs, targets, 20).parameters())
                .isEqualTo(trainer.train(start, inputs, targets, 20).parameters());
    }

    @Test
    void theLossFalls() {
        Matrix outputs = trainer(1).train(start, inputs, targets, 5000).predict(inputs);

        assertThat(LossFormulas.meanAbsoluteError(outputs, targets)).isLessThan(0.1);
    }

    /// Training is one trace after the other, so the listener sees exactly what happens.
    @Test
    void theListenerSeesEveryIterationInOrder() {
        List<Trace> seen = new ArrayList<>();

        ReferenceNetwork trained = trainer(1).train(start, inputs, targets, 3, seen::add);

        assertThat(seen).extracting(Trace::iteration).containsExactly(1, 2, 3);
        assertThat(seen.get(0).before()).isSameAs(start);
        assertThat(seen.get(1).before()).isSameAs(seen.get(0).after());
        assertThat(seen.get(2).after()).isSameAs(trained);
    }

    /// Linear from 1 over 4 iterations: rates 1, ¾, ½, ¼.
    @Test
    void theLearningRateFollowsItsSchedule() {
        List<ParameterUpdate> updates = new ArrayList<>();
        var trainer = new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), new LearningRate.Linear(1));

        trainer.train(
                start,
                inputs,
                targets,
                4,
                trace -> updates.add(trace.updates().getLast().weights()));

        for (int done = 0; done < 4; done++) {
            ParameterUpdate update = updates.get(done);
            assertThat(update.step()).isEqualTo(update.gradient().scaled(1 - done / 4.0));
        }
    }

    /// θ ← θ − 3·(θ − 1) doubles the distance and turns it around: 2¹⁰²⁴ overflows.
    @Test
    void leavingTheFiniteNumbersIsSaidInOneSentence() {
        ReferenceNetwork linear =
                ReferenceNetwork.of(Architecture.inputs(1).denseWithoutBias(1, Activation.IDENTITY), new double[] {2});

        assertThatThrownBy(() -> trainer(3).train(linear, Matrix.of(1, 1, 1), Matrix.of(1, 1, 1), 5000))
                .isInstanceOf(DivergedException.class)
                .hasMessageMatching("training diverged in iteration 10\\d\\d: a parameter is no longer finite"
                        + " \\(the loss was .*\\); try a learning rate well below 3");
    }

    @Test
    void noIterationsAreRefused() {
        assertThatThrownBy(() -> trainer(1).train(start, inputs, targets, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training needs at least 1 iteration, not 0");
    }

    private static ReferenceTrainer trainer(double rate) {
        return new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), LearningRate.constant(rate));
    }
}
