package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.internal.function.Exponential;
import slope.internal.function.HyperbolicTangent;
import slope.internal.function.Logistic;
import slope.internal.function.NormalDistribution;
import slope.internal.function.Trigonometry;

/// Vector and scalar functions give the same bits for floats of every size: both zeros, subnormals,
/// infinities and NaN among them.
class FunctionTwinTest {
    /// A prime, so that it meets all last digits.
    private static final int STRIDE = 30_011;

    private static final float[] FLOATS = floats();

    record Twins(String name, OfFloat scalar, OfVector vector) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface OfFloat {
        float of(float z);
    }

    interface OfVector {
        FloatVector of(FloatVector z);
    }

    static Stream<Twins> functions() {
        return Stream.of(
                new Twins("exp", Exponential::exp, VectorExponential::exp),
                new Twins("e^z − 1", Exponential::expMinusOne, VectorExponential::expMinusOne),
                new Twins("sigmoid", Logistic::sigmoid, VectorLogistic::sigmoid),
                new Twins("softplus", Logistic::softplus, VectorLogistic::softplus),
                new Twins("share of mish", Logistic::mishShare, VectorLogistic::mishShare),
                new Twins("slope of mish", Logistic::mishSlope, VectorLogistic::mishSlope),
                new Twins("share of gelu-tanh", Logistic::geluTanhShare, VectorLogistic::geluTanhShare),
                new Twins("slope of gelu-tanh", Logistic::geluTanhSlope, VectorLogistic::geluTanhSlope),
                new Twins("tanh", HyperbolicTangent::tanh, VectorHyperbolicTangent::tanh),
                new Twins("Φ", NormalDistribution::cumulative, VectorNormalDistribution::cumulative),
                new Twins("slope of gelu", NormalDistribution::geluSlope, VectorNormalDistribution::geluSlope),
                new Twins("φ", NormalDistribution::density, VectorNormalDistribution::density));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void sameBits(Twins function) {
        float[] expected = new float[FLOATS.length];
        for (int i = 0; i < FLOATS.length; i++) {
            expected[i] = function.scalar.of(FLOATS[i]);
        }

        float[] actual = new float[FLOATS.length];
        for (int i = 0; i < FLOATS.length; i += Lanes.COUNT) {
            function.vector.of(FloatVector.fromArray(Lanes.SPECIES, FLOATS, i)).intoArray(actual, i);
        }

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void cosinesAndSinesHaveTheSameBits() {
        float[] cosines = new float[FLOATS.length];
        float[] sines = new float[FLOATS.length];
        for (int i = 0; i < FLOATS.length; i++) {
            cosines[i] = Trigonometry.cos(FLOATS[i]);
            sines[i] = Trigonometry.sin(FLOATS[i]);
        }

        float[] actual = new float[FLOATS.length];
        VectorWaves.cosines(FLOATS, actual, 0, FLOATS.length);
        assertThat(actual).isEqualTo(cosines);
        VectorWaves.sines(FLOATS, actual, 0, FLOATS.length);
        assertThat(actual).isEqualTo(sines);
    }

    /// A stretch that starts and ends amid vectors, and touches nothing outside.
    @Test
    void cosinesAndSinesKeepToTheirStretch() {
        int length = 2 * Lanes.COUNT + 3;
        for (int end = 1; end < length; end++) {
            float[] cosines = new float[length];
            float[] sines = new float[length];
            VectorWaves.cosines(FLOATS, cosines, 1, end);
            VectorWaves.sines(FLOATS, sines, 1, end);
            float[] expectedCosines = new float[length];
            float[] expectedSines = new float[length];
            for (int i = 1; i < end; i++) {
                expectedCosines[i] = Trigonometry.cos(FLOATS[i]);
                expectedSines[i] = Trigonometry.sin(FLOATS[i]);
            }
            assertThat(cosines).isEqualTo(expectedCosines);
            assertThat(sines).isEqualTo(expectedSines);
        }
    }

    /// Every so many-th float of all, then those between −128 and 128 at even steps, in whole
    /// vectors.
    private static float[] floats() {
        int ofAll = (int) ((1L << 32) / STRIDE) + 1;
        float[] floats = new float[Math.ceilDiv(ofAll + (1 << 17), Lanes.COUNT) * Lanes.COUNT];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = i < ofAll ? Float.intBitsToFloat(i * STRIDE) : (i - ofAll) / 512f - 128;
        }
        float[] extremes = {
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN
        };
        System.arraycopy(extremes, 0, floats, 0, extremes.length);
        return floats;
    }
}
