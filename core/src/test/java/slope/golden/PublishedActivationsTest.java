package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.layer.Architecture;

/// PyTorch's activations and their slopes, from −1000 to 1000.
class PublishedActivationsTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("activations.json");

    private static Stream<Arguments> cases() {
        return Stream.of(TestedEngine.values())
                .flatMap(engine -> FILE.get("activations").keys().stream()
                        .filter(name -> !name.equals("softplus")) // no activation of Slope
                        .map(name -> Arguments.of(engine, name)));
    }

    /// A layer whose weights are the numbers asked about, for an input of 1: the gradient by its
    /// biases is the slope.
    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndSlopesAreTheSame(TestedEngine engine, String name) {
        double[] sums = FILE.get("inputs").numbers();
        double[] ones = new double[sums.length];
        Arrays.fill(ones, 1);
        Measured measured = engine.measure(
                Architecture.inputs(1).dense(sums.length, activation(name)),
                Arrays.copyOf(sums, 2 * sums.length),
                new double[][] {{1}},
                ones);

        PublishedNumbers published = FILE.get("activations").get(name);
        assertClose(engine, published.get("outputs"), measured.outputs());
        assertClose(
                engine, published.get("slopes"), Arrays.copyOfRange(measured.gradient(), sums.length, 2 * sums.length));
    }

    /// Of each number, or of 1 where it is smaller: PyTorch's own have few digits there.
    private static void assertClose(TestedEngine engine, PublishedNumbers published, double[] actual) {
        double[] expected = published.numbers();
        for (int index = 0; index < expected.length; index++) {
            assertThat(actual[index])
                    .as("%s at %s", published.name(), FILE.get("inputs").numbers()[index])
                    .isCloseTo(expected[index], within(engine.bound * Math.max(1, Math.abs(expected[index]))));
        }
    }

    private static Activation activation(String name) {
        return switch (name) {
            case "relu" -> Activation.RELU;
            case "leaky relu 0.01" -> Activation.LEAKY_RELU;
            case "elu 1" -> Activation.ELU;
            case "elu 0.7" -> new Activation.Elu(0.7);
            case "selu" -> Activation.SELU;
            case "gelu" -> Activation.GELU;
            case "gelu-tanh" -> Activation.GELU_TANH;
            case "silu" -> Activation.SILU;
            case "mish", "mish of pytabkit" -> Activation.MISH;
            case "tanh" -> Activation.TANH;
            case "sigmoid" -> Activation.SIGMOID;
            default -> throw new IllegalArgumentException("no activation of Slope is " + name);
        };
    }
}
