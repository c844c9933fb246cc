package slope.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.golden.Descent;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Role;
import slope.reference.DoubleSide;
import slope.training.FloatSide;

class ParameterGroupsTest {
    private static final Adam ADAM = new Adam(0.9, 0.95, 1e-8);

    /// Three steps on W with the layer dividing by √inputs, in double, beside three on W′ = W/√inputs.
    @Test
    void aStepOnStoredWeightsIsTheNeuralTangentStep() {
        int inputs = 9;
        ParameterLayout layout = Architecture.inputs(inputs)
                .denseWithoutBias(2, Activation.IDENTITY)
                .parameterLayout();
        ParameterGroups tangent = new ParameterGroups(Map.of(), ParameterGroups.Weights.NEURAL_TANGENT);
        OptimizerMemory memory = new OptimizerMemory(Engine.scalar().start(), new AdamW(ADAM, 0.1), tangent, 0, layout);
        SplitRandom random = SplitRandom.of(1);
        double[] large = random.doubles(18, -1, 1).toArray();
        double[] mean = new double[18];
        double[] square = new double[18];
        float[] stored = new float[18];
        for (int i = 0; i < 18; i++) {
            stored[i] = (float) (large[i] / 3);
        }

        for (int step = 1; step <= 3; step++) {
            float[] gradient = new float[18]; // by W′
            for (int i = 0; i < 18; i++) {
                gradient[i] = (float) random.nextGaussian();
                double own = gradient[i] / 3.0; // by W
                mean[i] = 0.9 * mean[i] + 0.1 * own;
                square[i] = 0.95 * square[i] + 0.05 * own * own;
                double root = Math.sqrt(square[i] / (1 - Math.pow(0.95, step))) + 1e-8;
                large[i] = large[i] * (1 - 0.02 * 0.1) - 0.02 * mean[i] / (1 - Math.pow(0.9, step)) / root;
            }
            memory.step(stored, gradient, 0.02, 1, 0);
        }

        for (int i = 0; i < 18; i++) {
            assertThat((double) stored[i]).isCloseTo(large[i] / 3, within(20 * 0x1p-24));
        }
    }

    static Stream<UpdateRule> optimizers() {
        return OptimizerMemoryTest.optimizers();
    }

    /// The double engine makes the step on W = √inputs · W′ itself.
    @ParameterizedTest
    @MethodSource("optimizers")
    void bothEnginesMakeTheNeuralTangentStep(UpdateRule optimizer) {
        ParameterLayout layout =
                Architecture.inputs(9).dense(2, Activation.IDENTITY).parameterLayout();
        Descent descent = new Descent(optimizer, ParameterGroups.realMlp(), layout);
        SplitRandom random = SplitRandom.of(2);
        double[] start = random.doubles(layout.length(), -1, 1).toArray();
        double[][] gradients = new double[3][];
        Arrays.setAll(gradients, _ -> random.doubles(layout.length(), -1, 1).toArray());
        double[] rates = {0.1, 0.1, 0.05};

        double[] floats = FloatSide.descend(descent, start, gradients, rates).getLast();
        double[] doubles = DoubleSide.descend(descent, start, gradients, rates).getLast();

        for (int index = 0; index < doubles.length; index++) {
            assertThat(floats[index]).isCloseTo(doubles[index], within(20 * 0x1p-24));
        }
    }

    /// With no gradient, only decay moves: θ·(1 − wd·rate·multiplier²) of RealMLP.
    @Test
    void realMlpDecaysByTheSquaresOfItsRateMultipliers() {
        ParameterGroups groups = ParameterGroups.realMlp();
        Map<Role, Double> decays = Map.of(
                Role.WEIGHTS, 1.0,
                Role.BIAS, 0.0,
                Role.SCALE, 36.0,
                Role.PARAMETRIC_ACTIVATION, 0.01,
                Role.FREQUENCIES, 0.01,
                Role.PERIODIC_BIAS, 0.01,
                Role.CATEGORY_EMBEDDING, 1.0);
        decays.forEach((role, decay) -> {
            assertThat(groups.multipliers(role).decay()).as("decay of %s", role).isCloseTo(decay, within(1e-12));
            ParameterLayout.Block block = new ParameterLayout.Block(0, Optional.empty(), role, 1, 4, 0);
            ParameterLayout layout = new ParameterLayout(List.of(block));
            OptimizerMemory memory =
                    new OptimizerMemory(Engine.scalar().start(), new AdamW(ADAM, 0.02), groups, 0, layout);
            float[] parameters = {1, 1, 1, 1};

            memory.step(parameters, new float[4], 0.04, 0.5, 0);

            assertThat((double) parameters[0]).isCloseTo(1 - 0.02 * 0.5 * 0.04 * decay, within(0x1p-24));
        });
    }

    @Test
    void ratesOfRealMlp() {
        ParameterGroups groups = ParameterGroups.realMlp();

        assertThat(groups.of(new ParameterLayout.Block(0, Optional.empty(), Role.WEIGHTS, 16, 3, 0))
                        .scaleFreeRate())
                .isEqualTo(0.25);
        assertThat(groups.of(new ParameterLayout.Block(0, Optional.empty(), Role.WEIGHTS, 16, 3, 0))
                        .gradientScale())
                .isEqualTo(4);
        assertThat(groups.of(new ParameterLayout.Block(0, Optional.empty(), Role.SCALE, 1, 3, 0))
                        .scaleFreeRate())
                .isEqualTo(6);
        assertThat(groups.of(new ParameterLayout.Block(0, Optional.empty(), Role.BIAS, 1, 3, 0))
                        .scaleFreeRate())
                .isEqualTo(0.1);
        assertThat(groups.of(new ParameterLayout.Block(0, Optional.empty(), Role.CATEGORY_EMBEDDING, 10, 8, 0))
                        .scaleFreeRate())
                .isEqualTo(1);
    }
}
