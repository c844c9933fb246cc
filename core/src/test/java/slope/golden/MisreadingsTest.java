package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;
import slope.loss.Loss;
import slope.loss.MultiClassCrossEntropy;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.optimizer.ParameterGroups;
import slope.optimizer.Schedule;
import slope.training.Trainer;

/// Settings of RealMLP misread on purpose: the published numbers have to catch each of them, in
/// both engines, by ten times what the right ones may differ.
class MisreadingsTest {
    private static final double CAUGHT = 10 * TestedEngine.FLOAT.boundOfMoves;

    private static final PublishedRealMlp CLASSES = PublishedRealMlp.CLASSES;

    private static final Map<String, UnaryOperator<Trainer>> MISREADINGS = misreadings();

    private static Map<String, UnaryOperator<Trainer>> misreadings() {
        Map<String, UnaryOperator<Trainer>> all = new LinkedHashMap<>();
        all.put("the front scale decays at 6 instead of 6²", multipliers(Role.SCALE, 6, 6));
        all.put("the front scale does not decay faster", multipliers(Role.SCALE, 6, 1));
        all.put("the front scale moves like the rest", multipliers(Role.SCALE, 1, 36));
        all.put("activations decay at 0.1 instead of 0.1²", multipliers(Role.PARAMETRIC_ACTIVATION, 0.1, 0.1));
        all.put("activations move like the rest", multipliers(Role.PARAMETRIC_ACTIVATION, 1, 0.01));
        all.put("biases decay", multipliers(Role.BIAS, 0.1, 0.01));
        all.put("biases move like the rest", multipliers(Role.BIAS, 1, 0));
        all.put("frequencies decay at 0.1 instead of 0.1²", multipliers(Role.FREQUENCIES, 0.1, 0.1));
        all.put("phases do not decay", multipliers(Role.PHASES, 0.1, 0));
        all.put("weights of waves decay at 0.1 instead of 0.1²", multipliers(Role.PERIODIC_WEIGHTS, 0.1, 0.1));
        all.put("embeddings do not decay", multipliers(Role.CATEGORY_EMBEDDING, 1, 0));
        all.put(
                "no neural tangent parametrisation",
                trainer -> trainer.trainingOptions(trainer.trainingOptions()
                        .parameterGroups(new ParameterGroups(
                                trainer.trainingOptions().parameterGroups().byRole(),
                                ParameterGroups.Weights.AS_THEY_ARE))));
        all.put(
                "the decay has no schedule",
                trainer -> trainer.trainingOptions(trainer.trainingOptions().decay(Schedule.CONSTANT)));
        all.put(
                "gradients are clipped at 1",
                trainer -> trainer.trainingOptions(trainer.trainingOptions().maximumGradientNorm(1)));
        all.put("β₂ is 0.999", optimizer(new Adam(0.9, 0.999, 1e-8), 0.02));
        all.put("β₁ is 0.95", optimizer(new Adam(0.95, 0.95, 1e-8), 0.02));
        all.put("half the decay", optimizer(new Adam(0.9, 0.95, 1e-8), 0.01));
        all.put("no decay", optimizer(new Adam(0.9, 0.95, 1e-8), 0));
        all.put("half a cosine for coslog4", trainer -> trainer.learningRate(new LearningRate.Cosine(0.04)));
        all.put("the rate of numbers for classes", trainer -> trainer.learningRate(new LearningRate.Coslog4(0.2)));
        all.put("labels are not smoothed", loss(Loss.multiClassCrossEntropy()));
        all.put("labels are smoothed over the other classes only", loss(new MultiClassCrossEntropy(0.15)));
        return all;
    }

    private static UnaryOperator<Trainer> multipliers(Role role, double rate, double decay) {
        return trainer -> trainer.trainingOptions(trainer.trainingOptions()
                .parameterGroups(trainer.trainingOptions().parameterGroups().with(role, rate, decay)));
    }

    private static UnaryOperator<Trainer> optimizer(Adam adam, double decay) {
        return trainer -> with(trainer, trainer.loss(), new AdamW(adam, decay));
    }

    private static UnaryOperator<Trainer> loss(Loss loss) {
        return trainer -> with(trainer, loss, trainer.optimizer());
    }

    private static Trainer with(Trainer trainer, Loss loss, Optimizer optimizer) {
        return Trainer.of(loss, optimizer)
                .learningRate(trainer.learningRate())
                .trainingOptions(trainer.trainingOptions());
    }

    private static Stream<String> names() {
        return MISREADINGS.keySet().stream();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadRightIsNotCaught(TestedEngine engine) {
        assertThat(CLASSES.distanceOfMoves(engine, CLASSES.trainer())).isLessThan(engine.boundOfMoves);
        Trainer rebuilt = with(
                CLASSES.trainer(), CLASSES.trainingLoss(), CLASSES.trainer().optimizer());
        assertThat(CLASSES.distanceOfMoves(engine, rebuilt)).isLessThan(engine.boundOfMoves);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMisreadingIsCaught(String name) {
        Trainer misread = Objects.requireNonNull(MISREADINGS.get(name)).apply(CLASSES.trainer());
        for (TestedEngine engine : TestedEngine.values()) {
            assertThat(CLASSES.distanceOfMoves(engine, misread))
                    .as("%s", engine)
                    .isGreaterThan(CAUGHT);
        }
    }

    /// ε of the weights as they are stored, which are √inputs times smaller than the authors'.
    @ParameterizedTest
    @EnumSource
    void epsilonBesideTheParametrisationIsCaught(TestedEngine engine) {
        Optimizer misread = new AdamW(new Adam(0.9, 0.95, 1e-8 / Math.sqrt(8)), 0.02);
        assertThat(CLASSES.distanceNearEpsilon(engine, misread))
                .isGreaterThan(10 * PublishedRealMlpTest.BOUND_NEAR_EPSILON);
    }

    @ParameterizedTest
    @EnumSource
    void aNetworkWithoutItsFrontScaleIsCaught(TestedEngine engine) {
        double[] parameters = CLASSES.parameters("parameters");
        for (Block block : CLASSES.layout().blocks()) {
            if (block.role() == Role.SCALE) {
                Arrays.fill(parameters, block.offset(), block.offset() + block.length(), 1);
            }
        }
        double[] outputs = engine.measure(
                        CLASSES.architecture,
                        parameters,
                        CLASSES.loss(),
                        CLASSES.batches().getFirst())
                .outputs();
        assertThat(Distance.of(CLASSES.file.get("outputs").numbers(), outputs)).isGreaterThan(1e-3);
    }
}
