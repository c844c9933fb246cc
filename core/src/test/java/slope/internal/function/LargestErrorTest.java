package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.reference.Functions;

/// How far each function is from the exact one, in ulps, over floats of every size.
///
/// The build looks at every so many-th float. The bounds are the largest errors of all 2^32, rounded
/// up; those take an hour: `./mvnw -pl core test -Dtest=LargestErrorTest -Dfloats.stride=1`.
class LargestErrorTest {
    /// A prime, so that it meets all last digits.
    private static final int STRIDE = Integer.getInteger("floats.stride", 1_999);

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    /// @param exact in double precision, where an ulp is 2^−29 of a float's
    /// @param low the smallest number it is tested with, `high` the largest
    /// @param ulps the largest error
    record Case(String name, FloatFunction function, DoubleFunction exact, float low, float high, double ulps) {
        @Override
        public String toString() {
            return "%s from %s to %s".formatted(name, low, high);
        }
    }

    interface FloatFunction {
        float of(float z);
    }

    interface DoubleFunction {
        double of(double z);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("exp", Exponential::exp, Math::exp, -INFINITY, INFINITY, 1.04),
                new Case("e^z - 1", Exponential::expMinusOne, Math::expm1, -INFINITY, 0, 0.95),
                new Case("e^z - 1", Exponential::expMinusOne, Math::expm1, 0, INFINITY, 1.53),
                new Case("ln(1 + z)", Logarithm::logOnePlus, Math::log1p, -INFINITY, INFINITY, 1.48),
                new Case("sigmoid", Logistic::sigmoid, Functions::sigmoid, -INFINITY, INFINITY, 2.41),
                new Case("softplus", Logistic::softplus, LargestErrorTest::softplus, -INFINITY, INFINITY, 1.87),
                new Case("mishShare", Logistic::mishShare, LargestErrorTest::mishShare, -INFINITY, INFINITY, 3.27),
                new Case("geluTanhShare", Logistic::geluTanhShare, LargestErrorTest::geluTanhShare, -INFINITY, -1, 207),
                new Case("geluTanhShare", Logistic::geluTanhShare, LargestErrorTest::geluTanhShare, -1, INFINITY, 3.38),
                new Case("tanh", HyperbolicTangent::tanh, Math::tanh, -INFINITY, INFINITY, 1.52),
                new Case("cos", Trigonometry::cos, Math::cos, -INFINITY, INFINITY, 1.54),
                new Case("sin", Trigonometry::sin, Math::sin, -INFINITY, INFINITY, 1.55),
                new Case(
                        "Φ", NormalDistribution::cumulative, DoubleNormalDistribution::cumulative, -INFINITY, -4, 6.65),
                new Case("Φ", NormalDistribution::cumulative, DoubleNormalDistribution::cumulative, -4, INFINITY, 4.46),
                new Case(
                        "φ",
                        NormalDistribution::density,
                        DoubleNormalDistribution::density,
                        -INFINITY,
                        INFINITY,
                        2.76));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noErrorIsAboveTheBound(Case tested) {
        double largest = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            float z = Float.intBitsToFloat((int) bits);
            if (tested.low <= z && z <= tested.high) {
                double ulps = ulps(tested.function.of(z), tested.exact.of(z));
                if (ulps > largest) {
                    largest = ulps;
                    assertThat(ulps).as("ulps at %s", z).isLessThanOrEqualTo(tested.ulps);
                }
            }
        }
        assertThat(largest).as("a bound that fits").isGreaterThan(0.7 * tested.ulps);
    }

    /// Infinitely many where one is a number and the other is none.
    private static double ulps(float actual, double exact) {
        float rounded = (float) exact;
        if (Float.isInfinite(rounded) || Float.isNaN(rounded)) {
            return Float.compare(actual, rounded) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double ulps = Math.abs(actual - exact) / Math.ulp(rounded);
        return Double.isNaN(ulps) ? Double.POSITIVE_INFINITY : ulps;
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static double mishShare(double z) {
        return z > 20 ? 1 : Math.tanh(softplus(z));
    }

    private static double geluTanhShare(double z) {
        return Functions.sigmoid(z * (Activation.GeluTanh.LINEAR + Activation.GeluTanh.CUBIC * z * z));
    }
}
