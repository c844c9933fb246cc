package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.golden.GoldenFile;
import slope.layer.Activation;

class ActivationFormulasTest {

    static List<List<String>> exact() {
        return GoldenFile.lines("activations.txt");
    }

    /// A few digits of the last place, relative; the tail of GELU falls like e^(−z²/2), so rounding
    /// z alone costs z² of them. Where a slope is taken of an output close to 1, its small digits
    /// are gone, and 1e-15 is what is left.
    @ParameterizedTest
    @MethodSource("exact")
    void valuesAndSlopesAreThoseOfTheFormula(List<String> line) {
        Activation activation = named(line.get(0));
        double z = Double.parseDouble(line.get(1));
        double relative = 2e-16 * (10 + z * z);
        double output = Double.parseDouble(line.get(2));
        double slope = Double.parseDouble(line.get(3));

        Matrix outputs = ActivationFormulas.outputs(activation, Matrix.of(1, 1, z));
        Matrix slopes = ActivationFormulas.derivative(activation, Matrix.of(1, 1, z), outputs)
                .orElseThrow();

        assertThat(outputs.at(0, 0)).isCloseTo(output, within(relative * Math.abs(output)));
        assertThat(slopes.at(0, 0)).isCloseTo(slope, within(Math.max(relative * Math.abs(slope), 1e-15)));
    }

    @Test
    void softmaxOfEqualSumsSharesEqually() {
        assertThat(ActivationFormulas.outputs(Activation.SOFTMAX, Matrix.of(1, 4, 7, 7, 7, 7)))
                .isEqualTo(Matrix.of(1, 4, 0.25, 0.25, 0.25, 0.25));
    }

    /// e^0 : e^ln 3 = 1 : 3.
    @Test
    void softmaxDividesRowByRow() {
        Matrix outputs = ActivationFormulas.outputs(
                Activation.SOFTMAX, Matrix.of(2, 2, 0, Math.log(3), 1000 + Math.log(3), 1000));

        assertThat(outputs.at(0, 0)).isCloseTo(0.25, within(1e-15));
        assertThat(outputs.at(0, 1)).isCloseTo(0.75, within(1e-15));
        assertThat(outputs.at(1, 0)).isCloseTo(0.75, within(1e-13));
        assertThat(outputs.at(1, 1)).isCloseTo(0.25, within(1e-13));
    }

    /// a = (¼, ¾), error = (1, 0): the mean is ¼, so delta = (¼·(1 − ¼), ¾·(0 − ¼)).
    @Test
    void softmaxDeltaIsTheErrorTimesTheJacobian() {
        assertThat(ActivationFormulas.softmaxDelta(Matrix.of(1, 2, 1, 0), Matrix.of(1, 2, 0.25, 0.75)))
                .isEqualTo(Matrix.of(1, 2, 0.1875, -0.1875));
    }

    @Test
    void softmaxHasNoSlopeForEachNumber() {
        Matrix any = Matrix.of(1, 2, 0.5, 0.5);

        assertThat(ActivationFormulas.derivative(Activation.SOFTMAX, any, any)).isEmpty();
    }

    private static Activation named(String name) {
        return switch (name) {
            case "SIGMOID" -> Activation.SIGMOID;
            case "RELU" -> Activation.RELU;
            case "TANH" -> Activation.TANH;
            case "IDENTITY" -> Activation.IDENTITY;
            case "LEAKY_RELU" -> Activation.LEAKY_RELU;
            case "ELU" -> Activation.ELU;
            case "SELU" -> Activation.SELU;
            case "GELU" -> Activation.GELU;
            case "GELU_TANH" -> Activation.GELU_TANH;
            case "SILU" -> Activation.SILU;
            case "MISH" -> Activation.MISH;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
