package slope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.OtherLayers;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.loss.Loss;
import slope.reference.BackwardPass;
import slope.reference.FeatureRows;
import slope.reference.ForwardPass;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.training.FloatGradient;

/// Features, factors and blends of the float engine against those of the double engine.
class LayerAgreementTest {
    private static final Loss LOSS = Loss.meanSquaredError();

    @Property(seed = "1")
    void outputsAndGradientAgree(
            @ForAll("networks") Architecture architecture,
            @ForAll @IntRange(min = 1, max = 70) int rows,
            @ForAll long seed) {
        assertAgreement(architecture, rows, seed);
    }

    @Property(seed = "1")
    void outputsAndGradientOfMembersAgree(
            @ForAll("members") Architecture architecture,
            @ForAll @IntRange(min = 1, max = 25) int rows,
            @ForAll long seed) {
        assertAgreement(architecture, rows * OtherLayers.MEMBERS, seed);
    }

    private static void assertAgreement(Architecture architecture, int rows, long seed) {
        SplitRandom random = SplitRandom.of(seed);
        Network network = network(architecture, random);
        float[] inputs = new float[rows * architecture.inputs()];
        for (int row = 0; row < rows; row++) {
            double[] drawn = FeatureRows.draw(architecture, random);
            for (int input = 0; input < drawn.length; input++) {
                inputs[row * drawn.length + input] = (float) drawn[input];
            }
        }
        float[] targets = new float[rows * architecture.outputs()];
        for (int index = 0; index < targets.length; index++) {
            targets[index] = (float) random.nextGaussian();
        }

        FloatGradient computed = FloatGradient.of(network, LOSS, inputs, targets, rows);

        ReferenceNetwork reference = ReferenceNetwork.of(network);
        ForwardPass forward = ForwardPass.of(reference, matrix(inputs, rows));
        BackwardPass backward = BackwardPass.of(reference, forward, LOSS, matrix(targets, rows));
        int roundings = roundings(architecture, rows);
        assertNear(computed.outputs(), forward.outputs().toArray(), roundings);
        ParameterLayout layout = architecture.parameterLayout();
        for (ParameterLayout.Block block : layout.blocks()) {
            int place = layout.of(block.layer()).indexOf(block);
            double[] exact =
                    backward.layers().get(block.layer()).gradients().get(place).toArray();
            float[] own = Arrays.copyOfRange(computed.gradient(), block.offset(), block.offset() + block.length());
            assertNear(own, exact, roundings);
        }
    }

    /// Roundings on the way to a number, of numbers whose sizes grow by a factor of a few with each
    /// layer: in each layer a chain over its inputs or over the rows, and a function.
    private static int roundings(Architecture architecture, int rows) {
        int roundings = 0;
        for (int layer = 1; layer <= architecture.layers().size(); layer++) {
            roundings += 4 * (architecture.inputsOf(layer) + rows + 30);
        }
        return roundings;
    }

    private static void assertNear(float[] actual, double[] exact, int roundings) {
        double largest = 1;
        for (double number : exact) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < exact.length; i++) {
            assertThat((double) actual[i])
                    .as("number %d", i)
                    .isCloseTo(exact[i], within(roundings * 0x1p-24 * largest));
        }
    }

    private static Network network(Architecture architecture, SplitRandom random) {
        ParameterLayout layout = architecture.parameterLayout();
        float[] parameters = new float[layout.length()];
        for (ParameterLayout.Block block : layout.blocks()) {
            double deviation = block.role() == ParameterLayout.Role.WEIGHTS ? 1 / Math.sqrt(block.rows()) : 0.7;
            for (int i = block.offset(); i < block.offset() + block.length(); i++) {
                parameters[i] = (float) (deviation * random.nextGaussian());
            }
        }
        return Network.of(architecture, Parameters.of(layout, parameters));
    }

    private static Matrix matrix(float[] values, int rows) {
        double[] doubles = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            doubles[index] = values[index];
        }
        return Matrix.of(rows, values.length / rows, doubles);
    }

    @Provide
    Arbitrary<Architecture> members() {
        return OtherLayers.members(Arbitraries.of(Activation.RELU, Activation.TANH), 2);
    }

    @Provide
    Arbitrary<Architecture> networks() {
        List<Activation> smooth = List.of(
                Activation.SELU,
                Activation.MISH,
                Activation.TANH,
                Activation.SIGMOID,
                Activation.GELU,
                Activation.GELU_TANH,
                Activation.SILU);
        return OtherLayers.architectures(Arbitraries.of(smooth), 3);
    }
}
