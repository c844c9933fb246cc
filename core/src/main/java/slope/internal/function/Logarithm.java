package slope.internal.function;

/// ln(1 + z).
///
/// A whole power of 2 is taken out, so that what is left lies between √½ and √2 and its logarithm is
/// a polynomial (Cody and Waite 1980, "Software Manual for the Elementary Functions", chapter 5).
public final class Logarithm {
    /// ln 2 for each unit of a float's exponent as it stands in the bits: 2^−23·ln 2.
    static final float LN_2_BY_EXPONENT_BIT = 0x1.62e43p-24f;

    /// ln(1 + f) = f − ½·f² + C3·f³ + … + C10·f¹⁰.
    static final float C3 = 0x1.555554p-2f;

    static final float C4 = -0x1.000226p-2f;
    static final float C5 = 0x1.99a01cp-3f;
    static final float C6 = -0x1.54728ap-3f;
    static final float C7 = 0x1.22d92ep-3f;
    static final float C8 = -0x1.0d8242p-3f;
    static final float C9 = 0x1.055ec6p-3f;
    static final float C10 = -0x1.38c9dep-4f;

    /// The bits of √½; those of a float's exponent and sign; and those of 4.
    static final int SQRT_HALF_BITS = 0x3f3504f3;

    static final int EXPONENT_BITS = 0xff800000;
    static final int FOUR_BITS = 0x40800000;

    private Logarithm() {}

    /// ln(1 + z), accurate near 0 too, off by at most 1.48 ulps: −∞ of −1, NaN below.
    public static float logOnePlus(float z) {
        // The exponent comes from the rounded sum, the fraction from z itself: (1 + z)·2^−k − 1 is z·2^−k plus
        // 2^−k − 1. The quarter is there because 2^−128 is not a normal float.
        int exponentBits = (Float.floatToRawIntBits(1 + z) - SQRT_HALF_BITS) & EXPONENT_BITS;
        float scaled = Float.intBitsToFloat(Float.floatToRawIntBits(z) - exponentBits);
        float fraction = scaled + Math.fma(Float.intBitsToFloat(FOUR_BITS - exponentBits), 0.25f, -1);
        float log = ofParts(exponentBits, fraction);
        float atMost = z < Float.POSITIVE_INFINITY ? log : z; // also NaN
        float above = z > -1 ? atMost : Float.NaN;
        return z == -1 ? Float.NEGATIVE_INFINITY : above;
    }

    /// ln(2^k·(1 + fraction)).
    ///
    /// @param exponent k·2^23, the number that a float's bits have it as
    private static float ofParts(float exponent, float fraction) {
        float sum = Math.fma(C10, fraction, C9);
        sum = Math.fma(sum, fraction, C8);
        sum = Math.fma(sum, fraction, C7);
        sum = Math.fma(sum, fraction, C6);
        sum = Math.fma(sum, fraction, C5);
        sum = Math.fma(sum, fraction, C4);
        sum = Math.fma(sum, fraction, C3);
        sum = Math.fma(sum, fraction, -0.5f);
        float ofFraction = Math.fma(fraction * fraction, sum, fraction);
        return Math.fma(exponent, LN_2_BY_EXPONENT_BIT, ofFraction);
    }
}
