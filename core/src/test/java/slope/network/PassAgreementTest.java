package slope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.loss.Loss;
import slope.loss.Losses;
import slope.reference.BackwardPass;
import slope.reference.ForwardPass;
import slope.reference.LossFormulas;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.training.FloatGradient;

/// The float engine against the double engine: outputs, loss and flat gradient, each number within
/// its own [RoundingBounds].
class PassAgreementTest {
    private static final List<Activation> OF_SINGLE_NUMBERS = List.of(
            Activation.SIGMOID,
            Activation.RELU,
            Activation.TANH,
            Activation.IDENTITY,
            Activation.LEAKY_RELU,
            new Activation.LeakyRelu(-0.25),
            Activation.ELU,
            new Activation.Elu(-0.5),
            Activation.SELU,
            Activation.GELU,
            Activation.GELU_TANH,
            Activation.SILU,
            Activation.MISH);

    @Property(seed = "1")
    void outputsLossAndGradientAgreeForRandomNetworks(
            @ForAll("networksWithALoss") Shape shape,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll long seed) {
        assertAgreement(RandomCase.draw(shape.architecture, shape.loss, rows, seed));
    }

    @Property(tries = 40, seed = "1")
    void theyAgreeForWideLayersAndManyRows(
            @ForAll("activations") Activation activation,
            @ForAll("losses") Loss loss,
            @ForAll @IntRange(min = 60, max = 200) int width,
            @ForAll @IntRange(min = 60, max = 200) int rows,
            @ForAll long seed) {
        Architecture architecture = Architecture.inputs(width)
                .dense(width - 7, activation)
                .dense(width - 13, activation)
                .dense(17, Activation.IDENTITY);

        assertAgreement(RandomCase.draw(architecture, loss, rows, seed));
    }

    /// A bound that lets everything pass proves nothing: here it stays within a thousandth of
    /// the largest number it bounds, where a mistake in a formula would be of that number's size.
    @Test
    void theBoundIsWorthSomething() {
        Architecture architecture = Architecture.inputs(20)
                .dense(20, Activation.TANH)
                .dense(20, Activation.GELU)
                .dense(5, Activation.IDENTITY);
        RandomCase drawn = RandomCase.draw(architecture, Loss.multiClassCrossEntropy(), 30, 1);
        Reference reference = new Reference(drawn);

        assertThat(largest(reference.bounds.outputs())).isLessThan(1e-3 * largest(reference.outputs()));
        assertThat(largest(reference.bounds.gradient())).isLessThan(1e-3 * largest(reference.gradient()));
        assertThat(reference.bounds.loss()).isLessThan(1e-3 * reference.loss());
    }

    private static void assertAgreement(RandomCase drawn) {
        Reference reference = new Reference(drawn);

        FloatGradient computed =
                FloatGradient.of(drawn.network(), drawn.loss(), drawn.inputs(), drawn.targets(), drawn.rows());

        assertWithin(computed.outputs(), reference.outputs(), reference.bounds.outputs());
        assertWithin(computed.gradient(), reference.gradient(), reference.bounds.gradient());
        assertThat(computed.loss()).isCloseTo(reference.loss(), within(reference.bounds.loss()));
    }

    private static void assertWithin(float[] actual, double[] exact, double[] bounds) {
        assertThat(actual).hasSize(exact.length);
        for (int i = 0; i < exact.length; i++) {
            assertThat((double) actual[i]).as("number %d", i).isCloseTo(exact[i], within(bounds[i]));
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Provide
    Arbitrary<Loss> losses() {
        return Losses.ofAnyWidth();
    }

    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.of(OF_SINGLE_NUMBERS);
    }

    @Provide
    Arbitrary<Shape> networksWithALoss() {
        Arbitrary<Integer> width = Arbitraries.integers().between(1, 20);
        Arbitrary<Dense> hidden = Combinators.combine(width, activations(), Arbitraries.of(Dense.Bias.class))
                .as(Dense::new);
        return Combinators.combine(width, hidden.list().ofMaxSize(3), hidden, losses(), softmaxOrNot())
                .as((inputs, layers, last, loss, softmax) -> {
                    Architecture architecture = Architecture.inputs(inputs);
                    for (Layer layer : layers) {
                        architecture = architecture.with(layer);
                    }
                    return new Shape(architecture.with(suited(last, loss, softmax)), loss);
                });
    }

    private static Arbitrary<Boolean> softmaxOrNot() {
        return Arbitraries.of(false, false, false, true);
    }

    private static Layer suited(Dense last, Loss loss, boolean softmax) {
        Activation activation = loss.outputFunction().isPresent()
                ? Activation.IDENTITY
                : softmax ? Activation.SOFTMAX : last.activation();
        return new Dense(last.outputs(), activation, last.bias());
    }

    record Shape(Architecture architecture, Loss loss) {}

    /// What the double engine computes, and how far floats may be from it.
    private static final class Reference {
        private final ReferenceNetwork network;
        private final ForwardPass forward;
        private final BackwardPass backward;
        private final RandomCase drawn;
        private final RoundingBounds bounds;

        Reference(RandomCase drawn) {
            this.drawn = drawn;
            this.network = ReferenceNetwork.of(drawn.network());
            this.forward = ForwardPass.of(network, drawn.inputMatrix());
            this.backward = BackwardPass.of(network, forward, drawn.loss(), drawn.targetMatrix());
            this.bounds = new RoundingBounds(network, forward, backward, drawn.loss(), drawn.targetMatrix());
        }

        double[] outputs() {
            return forward.outputs().toArray();
        }

        double loss() {
            return LossFormulas.value(drawn.loss(), forward.outputs(), drawn.targetMatrix());
        }

        double[] gradient() {
            ParameterLayout layout = drawn.network().architecture().parameterLayout();
            double[] gradient = new double[layout.length()];
            for (ParameterLayout.Block block : layout.blocks()) {
                int place = layout.of(block.layer()).indexOf(block);
                Matrix values = backward.layers().get(block.layer()).gradients().get(place);
                System.arraycopy(values.toArray(), 0, gradient, block.offset(), block.length());
            }
            return gradient;
        }
    }
}
