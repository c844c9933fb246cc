package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slope.golden.GoldenFile;

/// The constants are those that `polynomials.py` and `double_polynomials.py` fit.
class PolynomialsTest {

    @Test
    void exponential() {
        assertThat(golden("log2(e)")).containsExactly(Exponential.LOG2_E);
        assertThat(golden("ln(2)")).containsExactly(Exponential.LN_2, Exponential.LN_2_REST);
        assertThat(golden("exp"))
                .containsExactly(Exponential.C2, Exponential.C3, Exponential.C4, Exponential.C5, Exponential.C6);
    }

    @Test
    void logarithm() {
        assertThat(Logarithm.LN_2_BY_EXPONENT_BIT).isEqualTo(Exponential.LN_2 * 0x1p-23f);
        assertThat(golden("log"))
                .containsExactly(
                        Logarithm.C3,
                        Logarithm.C4,
                        Logarithm.C5,
                        Logarithm.C6,
                        Logarithm.C7,
                        Logarithm.C8,
                        Logarithm.C9,
                        Logarithm.C10);
    }

    @Test
    void logistic() {
        assertThat(golden("bend"))
                .containsExactly(
                        Logistic.B2,
                        Logistic.B3,
                        Logistic.B4,
                        Logistic.B5,
                        Logistic.B6,
                        Logistic.B7,
                        Logistic.B8,
                        Logistic.B9,
                        Logistic.B10);
    }

    @Test
    void hyperbolicTangent() {
        assertThat(golden("tanh"))
                .containsExactly(
                        HyperbolicTangent.C3,
                        HyperbolicTangent.C5,
                        HyperbolicTangent.C7,
                        HyperbolicTangent.C9,
                        HyperbolicTangent.C11);
    }

    @Test
    void trigonometry() {
        assertThat(golden("2/pi")).containsExactly(Trigonometry.TWO_OVER_PI);
        assertThat(golden("pi/2"))
                .containsExactly(Trigonometry.HALF_PI, Trigonometry.HALF_PI_REST, Trigonometry.HALF_PI_LAST);
        assertThat(golden("sin")).containsExactly(Trigonometry.S3, Trigonometry.S5, Trigonometry.S7);
        assertThat(golden("cos")).containsExactly(Trigonometry.C4, Trigonometry.C6, Trigonometry.C8);
    }

    @Test
    void normalDistribution() {
        assertThat(golden("1/sqrt(2pi)")).containsExactly(NormalDistribution.DENSITY_AT_0);
        assertThat(golden("normal"))
                .containsExactly(
                        NormalDistribution.P0,
                        NormalDistribution.P1,
                        NormalDistribution.P2,
                        NormalDistribution.P3,
                        NormalDistribution.P4,
                        NormalDistribution.P5,
                        NormalDistribution.P6,
                        NormalDistribution.P7,
                        NormalDistribution.P8,
                        NormalDistribution.P9);
    }

    @Test
    void doublePrecision() {
        assertThat(doubles("1/sqrt(2pi)")).containsExactly(DoubleNormalDistribution.DENSITY_AT_0);
        assertThat(doubles("normal")).isEqualTo(boxed(DoubleNormalDistribution.TAIL));
    }

    private static List<Double> boxed(double[] coefficients) {
        return Arrays.stream(coefficients).boxed().toList();
    }

    private static List<Double> doubles(String name) {
        return numbers("double-polynomials.txt", name).map(Double::valueOf).toList();
    }

    private static List<Float> golden(String name) {
        return numbers("polynomials.txt", name).map(Float::valueOf).toList();
    }

    private static Stream<String> numbers(String file, String name) {
        return GoldenFile.lines(file).stream()
                .filter(line -> line.getFirst().equals(name))
                .flatMap(line -> line.stream().skip(2));
    }
}
