package slope.internal.function;

/// e^z and e^z − 1.
///
/// Both take whole powers of 2 out (Cody and Waite 1980, "Software Manual for the Elementary
/// Functions", chapter 6): z = n·ln 2 + r with n whole and |r| ≤ ½ ln 2, so that e^z = 2^n · e^r,
/// and e^r − 1 is a polynomial.
public final class Exponential {
    /// log2 e.
    public static final float LOG2_E = 0x1.715476p0f;

    /// ln 2, rounded.
    public static final float LN_2 = 0x1.62e43p-1f;

    /// What [#LN_2] lacks.
    public static final float LN_2_REST = -0x1.05c61p-29f;

    /// 1.5·2^23. Floats of this size have no digits behind the point, so adding it rounds a number to
    /// a whole one, which then stands in the lowest bits of the sum.
    public static final float ROUNDER = 0x1.8p23f;

    /// e^r = 1 + r + C2·r² + … + C6·r⁶.
    public static final float C2 = 0x1.fffffep-2f;

    public static final float C3 = 0x1.5554b4p-3f;
    public static final float C4 = 0x1.5556f6p-5f;
    public static final float C5 = 0x1.122538p-7f;
    public static final float C6 = 0x1.6b97a6p-10f;

    /// From here on e^z is above the largest float; 2^128 is still the product of two floats.
    public static final float EXP_OVERFLOWS = 89;

    /// From here down e^z is below half the smallest float, 2^−150.
    public static final float EXP_VANISHES = -104;

    /// From here down e^z − 1 is −1.
    public static final float EXP_IS_NOTHING_BESIDE_1 = -18;

    /// How many bits stand to the right of a float's exponent.
    public static final int EXPONENT = 23;

    /// The bits of 1: with n added to the exponent they are those of 2^n.
    public static final int ONE_BITS = 0x3f800000;

    /// The bits of ½: with n added to the exponent they are those of 2^(n − 1).
    public static final int HALF_BITS = 0x3f000000;

    private Exponential() {}

    /// e^z, off by at most 1.04 ulps.
    public static float exp(float z) {
        float low = z < EXP_VANISHES ? EXP_VANISHES : z;
        float bounded = low > EXP_OVERFLOWS ? EXP_OVERFLOWS : low;
        float rounded = Math.fma(bounded, LOG2_E, ROUNDER);
        float power = 1 + minusOne(rest(bounded, rounded - ROUNDER));
        // 2^n in two steps, because 2^n itself may be no float: the first is exact, so that a result below the
        // normal floats is rounded once. The rounder's own bits leave at the left.
        int bits = Float.floatToRawIntBits(rounded);
        int firstStep = (bits >> 1) << EXPONENT;
        int secondStep = (bits << EXPONENT) - firstStep;
        return power * Float.intBitsToFloat(firstStep + ONE_BITS) * Float.intBitsToFloat(secondStep + ONE_BITS);
    }

    /// e^z − 1, accurate near 0 too: off by at most 0.95 ulps below 0 and 1.53 above.
    public static float expMinusOne(float z) {
        float low = z < EXP_IS_NOTHING_BESIDE_1 ? EXP_IS_NOTHING_BESIDE_1 : z;
        float bounded = low > EXP_OVERFLOWS ? EXP_OVERFLOWS : low;
        float rounded = Math.fma(bounded, LOG2_E, ROUNDER);
        float whole = rounded - ROUNDER;
        float minusOne = minusOne(rest(bounded, whole));
        // Half of the result, because 2^128 is no float. Where n is 0 there is nothing to scale, and the half of a
        // number next to 0 may not be a float.
        float scale = Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << EXPONENT) + HALF_BITS);
        float half = Math.fma(minusOne, scale, scale - 0.5f);
        return whole == 0 ? minusOne : half + half;
    }

    /// r = z − n·ln 2. The inner difference is exact, because n has few digits and r is small.
    private static float rest(float z, float whole) {
        return Math.fma(whole, -LN_2_REST, Math.fma(whole, -LN_2, z));
    }

    /// e^r − 1.
    private static float minusOne(float rest) {
        float sum = Math.fma(C6, rest, C5);
        sum = Math.fma(sum, rest, C4);
        sum = Math.fma(sum, rest, C3);
        sum = Math.fma(sum, rest, C2);
        return Math.fma(rest * rest, sum, rest);
    }
}
