package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.function.Exponential;

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
                new Twins("e^z − 1", Exponential::expMinusOne, VectorExponential::expMinusOne));
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
            function.vector.of(Lanes.load(FLOATS, i)).intoArray(actual, i);
        }

        assertThat(actual).isEqualTo(expected);
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
