package slope.training.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.Initializer;
import slope.layer.LayerNorm;
import slope.layer.Parameters;
import slope.layer.ParametricActivation;
import slope.layer.Residual;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Optimizer;
import slope.training.Examples;
import slope.training.Problems;

class HealthTest {
    private static final Examples ROWS = Problems.noisyProduct(2000, 0, 1);

    @Test
    void unitsThatSayTheSameForEveryRowAreDead() {
        Architecture architecture =
                Architecture.inputs(2).dense(3, Activation.RELU).dense(1, Activation.IDENTITY);
        // Inputs lie between −1 and 1: the first unit is always below 0, the second always above, the third both.
        float[] weights = {1, 1, 1, 0, 0, 1, /* biases */ -2, 2, 0, /* outputs */ 1, 1, 1, 0};

        Health health = health(architecture, weights);

        assertThat(health.layers()).containsExactly(new LayerHealth(1, Optional.empty(), Activation.RELU, 3, 1, 0));
        assertThat(health.rows()).isEqualTo(256);
        assertThat(health.flow()).isEqualTo(Health.Flow.HEALTHY);
        assertThat(HealthRemarks.of(health, Optimizer.adam())).isEmpty();
    }

    @Test
    void unitsAtTheFlatEndsAreSaturated() {
        Architecture architecture =
                Architecture.inputs(2).dense(2, Activation.TANH).dense(1, Activation.IDENTITY);
        // The first unit jumps from −1 to 1 where its input changes sign; the second follows its input.
        float[] weights = {1000, 1, 0, 0, /* biases */ 0, 0, /* outputs */ 1, 1, 0};

        assertThat(health(architecture, weights).layers())
                .containsExactly(new LayerHealth(1, Optional.empty(), Activation.TANH, 2, 0, 1));
    }

    @Test
    void aDeadLayerIsTheCauseOfMissingGradients() {
        Architecture architecture = Architecture.inputs(2)
                .dense(2, Activation.RELU)
                .dense(1, Activation.RELU)
                .dense(1, Activation.IDENTITY);
        float[] weights = {1, 1, 1, 1, /* biases */ -9, -9, /* second */ 1, 1, -1, /* outputs */ 1, 0};

        Health health = health(architecture, weights);

        assertThat(health.flow()).isEqualTo(Health.Flow.NONE);
        assertThat(HealthRemarks.of(health, Optimizer.adam()))
                .singleElement()
                .asString()
                .startsWith(
                        "the gradient is 0 in every layer, so nothing is learned: 2 of 2 units of layer 1 are dead");
    }

    /// As of a network that fits every row so well that its errors are 0 in floats.
    @Test
    void withoutErrorsThereIsNothingLeftToLearn() {
        assertThat(HealthRemarks.of(new Health(5, List.of(), 0, 0), Optimizer.adam()))
                .singleElement()
                .asString()
                .contains("either the outputs match all targets, or");
    }

    @Test
    void manySigmoidsLetGradientsVanish() {
        Architecture deep = Architecture.inputs(2);
        for (int layer = 0; layer < 12; layer++) {
            deep = deep.dense(8, Activation.SIGMOID);
        }
        Network network = Network.start(deep.dense(1, Activation.IDENTITY), Initializer.GLOROT, 1);

        Health health = Health.of(network, ROWS, Loss.meanSquaredError(), Engine.scalar());

        assertThat(health.flow()).isEqualTo(Health.Flow.VANISHING);
        assertThat(HealthRemarks.of(health, Optimizer.adam()).getFirst())
                .startsWith("gradients vanish on their way to the first layer (")
                .containsAnyOf("the derivative of sigmoid is at most 1/4", "are dead");
    }

    @Test
    void largeWeightsLetGradientsExplode() {
        Architecture deep = Architecture.inputs(2);
        for (int layer = 0; layer < 6; layer++) {
            deep = deep.dense(8, Activation.LEAKY_RELU);
        }
        deep = deep.dense(1, Activation.IDENTITY);
        float[] weights = Parameters.start(deep, Initializer.HE, 1).toArray();
        int last = deep.parameterLayout().weights(6).offset();
        for (int index = last; index < weights.length; index++) {
            weights[index] *= 1e6f; // what comes back through it is a million times as large
        }

        Health health = health(deep, weights);

        assertThat(health.flow()).isEqualTo(Health.Flow.EXPLODING);
        assertThat(HealthRemarks.of(health, Optimizer.adam()).getFirst()).startsWith("gradients explode on their way");
    }

    /// As of a step so large that it led far away, and not yet out of the finite numbers.
    @Test
    void gradientsThatAreHugeFromTheLossOnExplodeToo() {
        assertThat(HealthRemarks.of(new Health(5, List.of(), 1.4e10, 5e10), Optimizer.adam()))
                .containsExactly(
                        "gradients explode (1.4e10 in the first layer, 5e10 in the last): outputs are far from all"
                                + " targets, because weights are too large; try a smaller learning rate or targets"
                                + " around 1");
        assertThat(HealthRemarks.of(new Health(5, List.of(), 5e10, 1.4e10), Optimizer.adam())
                        .getFirst())
                .startsWith("gradients explode (5e10 in the first layer");
        assertThat(HealthRemarks.of(new Health(5, List.of(), 20, 900), Optimizer.adam()))
                .isEmpty();
        assertThat(HealthRemarks.of(new Health(5, List.of(), 1.4e10, 5e10), Optimizer.lbfgs())
                        .getFirst())
                .endsWith("because weights are too large; try targets around 1");
    }

    /// The gradient that is told is the one that training uses.
    @Test
    void gradientSizesAreThoseOfTheBlocks() {
        Architecture architecture =
                Architecture.inputs(2).dense(1, Activation.IDENTITY).dense(1, Activation.IDENTITY);
        Examples one = Examples.of(new float[] {3, 4}, 2, new float[] {0}, 1);
        // h = 3 + 4 = 7, y = 2h = 14; the loss y² has slope 28 by y: 28·7 by the last weight, 28·2·(3, 4) by the first.
        Network network =
                Network.of(architecture, Parameters.of(architecture.parameterLayout(), new float[] {1, 1, 0, 2, 0}));

        Health health = Health.of(network, one, Loss.meanSquaredError(), Engine.scalar());

        assertThat(health.lastGradient()).isEqualTo(196);
        assertThat(health.firstGradient()).isEqualTo(Math.sqrt((168.0 * 168 + 224.0 * 224) / 2));
    }

    @Test
    void everyKindOfLayerIsLookedThrough() {
        Architecture members = Architecture.inputs(2)
                .with(new BatchEnsembleAdapter(List.of(2), BatchEnsembleAdapter.Start.NORMAL))
                .members(4)
                .dense(5, Activation.RELU)
                .with(new Dropout(0.5))
                .dense(5, Activation.IDENTITY)
                .with(new ParametricActivation(Activation.MISH))
                .with(new EnsembleHeads(1));
        Network network = Network.start(members, Initializer.HE, 1);

        Health health = Health.of(network, ROWS, Loss.meanSquaredError(), Engine.scalar());

        assertThat(health.rows()).isEqualTo(256);
        assertThat(health.layers().stream().map(LayerHealth::layer)).containsExactly(2, 5);
        assertThat(Stream.of(health.firstGradient(), health.lastGradient()))
                .allSatisfy(size -> assertThat(size).isPositive().isFinite());
    }

    /// Also where the block is the last layer.
    @Test
    void unitsInResidualBlocksCount() {
        Dense relu = new Dense(2, Activation.RELU, Dense.Bias.PRESENT);
        Residual block = new Residual(List.of(relu, new Residual(List.of(relu)), new LayerNorm()));
        Architecture architecture = Architecture.inputs(2)
                .dense(2, Activation.IDENTITY)
                .with(block)
                .dense(1, Activation.IDENTITY)
                .with(new Residual(List.of(new Dense(1, Activation.RELU, Dense.Bias.PRESENT))));
        float[] weights = {1, 0, 0, 1, 0, 0, /* 2.1 */ 1, 0, 0, 1, -9, 0, /* 2.2 */ 1, 0, 0, 1, -9, -9};

        Health health = health(architecture, weights);

        assertThat(health.layers())
                .containsExactly(
                        new LayerHealth(2, Optional.of(1), Activation.RELU, 2, 1, 0),
                        new LayerHealth(2, Optional.of(2), Activation.RELU, 2, 2, 0),
                        new LayerHealth(4, Optional.of(1), Activation.RELU, 1, 1, 0));
        assertThat(health.layers().getFirst()).hasToString("layer 2.1 (relu): 1 of 2 units dead, 0 saturated");
        assertThat(String.join(" ", HealthRemarks.of(health, Optimizer.adam())))
                .contains("2 of 2 units of layer 2.2 are dead");
    }

    private static Health health(Architecture architecture, float[] parameters) {
        float[] all = Arrays.copyOf(parameters, architecture.parameterLayout().length());
        Network network = Network.of(architecture, Parameters.of(architecture.parameterLayout(), all));
        return Health.of(network, ROWS, Loss.meanSquaredError(), Engine.scalar());
    }
}
