package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
import slope.layer.OtherLayers;
import slope.loss.Loss;
import slope.loss.Losses;

class GradientCheckTest {
    private static final double TOLERANCE = 1e-6;

    private static final List<Activation> OF_SINGLE_NUMBERS = List.of(
            Activation.SIGMOID,
            Activation.RELU,
            Activation.TANH,
            Activation.IDENTITY,
            Activation.LEAKY_RELU,
            new Activation.LeakyRelu(0.3),
            Activation.ELU,
            new Activation.Elu(0.4),
            Activation.SELU,
            Activation.GELU,
            Activation.GELU_TANH,
            Activation.SILU,
            Activation.MISH);

    @Property(seed = "1")
    void everyGradientOfARandomNetworkIsItsCentralDifference(
            @ForAll("networksWithALoss") Shape shape, @ForAll @IntRange(min = 1, max = 4) int rows, @ForAll long seed) {
        SmoothCase drawn = SmoothCase.draw(shape.architecture, rows, shape.loss, seed);

        GradientCheck check = GradientCheck.of(drawn.network(), drawn.inputs(), drawn.targets(), drawn.loss());

        assertThat(check.largestRelativeError()).isLessThanOrEqualTo(TOLERANCE);
    }

    @Property(seed = "1")
    void everyActivationPassesAloneInEveryLayer(
            @ForAll("activations") Activation activation,
            @ForAll @IntRange(min = 1, max = 3) int depth,
            @ForAll Dense.Bias bias,
            @ForAll long seed) {
        Architecture architecture = Architecture.inputs(3);
        for (int layer = 0; layer < depth; layer++) {
            architecture = architecture.with(new Dense(3, activation, bias));
        }
        SmoothCase drawn = SmoothCase.draw(architecture, 3, Loss.meanSquaredError(), seed);

        GradientCheck check = GradientCheck.of(drawn.network(), drawn.inputs(), drawn.targets(), drawn.loss());

        assertThat(check.largestRelativeError()).isLessThanOrEqualTo(TOLERANCE);
    }

    @Property(seed = "1")
    void everyGradientOfOtherLayersIsItsCentralDifference(
            @ForAll("otherLayers") Architecture architecture,
            @ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll long seed) {
        SmoothCase drawn = SmoothCase.draw(architecture, rows, Loss.meanSquaredError(), seed);

        GradientCheck check = GradientCheck.of(drawn.network(), drawn.inputs(), drawn.targets(), drawn.loss());

        assertThat(check.largestRelativeError()).isLessThanOrEqualTo(TOLERANCE);
    }

    @Property(seed = "1")
    void everyGradientOfMembersIsItsCentralDifference(
            @ForAll("members") Architecture architecture,
            @ForAll @IntRange(min = 1, max = 2) int rows,
            @ForAll long seed) {
        SmoothCase drawn = SmoothCase.draw(architecture, rows * OtherLayers.MEMBERS, Loss.meanSquaredError(), seed);

        GradientCheck check = GradientCheck.of(drawn.network(), drawn.inputs(), drawn.targets(), drawn.loss());

        assertThat(check.largestRelativeError()).isLessThanOrEqualTo(TOLERANCE);
    }

    /// At z = 0 backpropagation says 0 and the difference says ½: the check must tell them apart.
    @Test
    void aGradientThatIsNotTheSlopeIsNoticed() {
        Architecture architecture = Architecture.inputs(1).denseWithoutBias(1, Activation.RELU);
        ReferenceNetwork network = ReferenceNetwork.of(architecture, new double[] {0});

        GradientCheck check =
                GradientCheck.of(network, Matrix.of(1, 1, 1), Matrix.of(1, 1, 1), Loss.halfSquaredError());

        assertThat(check.largestRelativeError()).isEqualTo(1);
    }

    /// loss = ½·(y − w·x − b)² with x = 2, w = 3, b = 1, y = 5: error 2, so dw = 4, db = 2, dx = 6.
    @Test
    void everyComparisonSaysWhatItBelongsTo() {
        Architecture architecture = Architecture.inputs(1).dense(1, Activation.IDENTITY);
        ReferenceNetwork network = ReferenceNetwork.of(architecture, new double[] {3, 1});

        GradientCheck check =
                GradientCheck.of(network, Matrix.of(1, 1, 2), Matrix.of(1, 1, 5), Loss.halfSquaredError());

        assertThat(check.parameters())
                .extracting(comparison -> comparison.block().orElseThrow().name())
                .containsExactly("layer 1 weights", "layer 1 bias");
        assertThat(check.parameters())
                .extracting(GradientCheck.Comparison::gradient)
                .containsExactly(Matrix.of(1, 1, 4), Matrix.of(1, 1, 2));
        assertThat(check.inputs().block()).isEqualTo(Optional.empty());
        assertThat(check.inputs().gradient()).isEqualTo(Matrix.of(1, 1, 6));
        assertThat(check.largestRelativeError()).isLessThan(1e-9);
    }

    record Shape(Architecture architecture, Loss loss) {}

    @Provide
    Arbitrary<Architecture> otherLayers() {
        return OtherLayers.architectures(activations(), 2);
    }

    @Provide
    Arbitrary<Architecture> members() {
        return OtherLayers.members(Arbitraries.of(Activation.TANH, Activation.SILU, Activation.MISH), 2);
    }

    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.of(OF_SINGLE_NUMBERS);
    }

    @Provide
    Arbitrary<Shape> networksWithALoss() {
        return Arbitraries.of(Losses.ALL)
                .flatMap(loss -> Combinators.combine(
                                Arbitraries.integers().between(1, 5),
                                layers(activations()).list().ofMaxSize(2),
                                lastLayers(loss))
                        .as((inputs, hidden, last) -> {
                            Architecture architecture = Architecture.inputs(inputs);
                            for (Layer layer : hidden) {
                                architecture = architecture.with(layer);
                            }
                            return new Shape(architecture.with(last), loss);
                        }));
    }

    private static Arbitrary<Layer> layers(Arbitrary<Activation> activations) {
        return Combinators.combine(Arbitraries.integers().between(1, 5), activations, Arbitraries.of(Dense.Bias.class))
                .as(Dense::new);
    }

    private static Arbitrary<Layer> lastLayers(Loss loss) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5), lastActivations(loss), Arbitraries.of(Dense.Bias.class))
                .as((outputs, activation, bias) -> new Dense(Losses.outputs(loss, outputs), activation, bias));
    }

    private static Arbitrary<Activation> lastActivations(Loss loss) {
        return loss.outputFunction().isPresent()
                ? Arbitraries.just(Activation.IDENTITY)
                : Arbitraries.oneOf(Arbitraries.of(OF_SINGLE_NUMBERS), Arbitraries.just(Activation.SOFTMAX));
    }
}
