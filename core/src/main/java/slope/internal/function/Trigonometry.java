package slope.internal.function;

/// cos z and sin z.
///
/// z = n·½π + r with n whole and |r| ≤ ¼π; the last two bits of n say which of ±cos r and ±sin r it
/// is, and both are polynomials (Cody and Waite 1980, "Software Manual for the Elementary
/// Functions", chapter 8).
public final class Trigonometry {
    /// 2/π.
    public static final float TWO_OVER_PI = 0x1.45f306p-1f;

    /// ½π in three floats. n·[#HALF_PI] and its difference from z are exact, because n has few digits.
    public static final float HALF_PI = 0x1.921fb6p0f;

    public static final float HALF_PI_REST = -0x1.777a5cp-25f;
    public static final float HALF_PI_LAST = -0x1.ee59dap-50f;

    /// Up to here three floats of ½π are enough: n has 17 binary digits. Angles beyond go through
    /// `StrictMath`, with full accuracy and slowly.
    public static final float QUICK = 0x1p17f;

    /// sin r = r + S3·r³ + S5·r⁵ + S7·r⁷.
    public static final float S3 = -0x1.555544p-3f;

    public static final float S5 = 0x1.1106acp-7f;
    public static final float S7 = -0x1.990e02p-13f;

    /// cos r = 1 − ½·r² + C4·r⁴ + C6·r⁶ + C8·r⁸.
    public static final float C4 = 0x1.55554ap-5f;

    public static final float C6 = -0x1.6c0c02p-10f;
    public static final float C8 = 0x1.99d55ep-16f;

    /// cos z = sin(z + ½π): one quadrant further.
    public static final int COSINE = 1;

    public static final int SINE = 0;

    private Trigonometry() {}

    /// cos z, off by at most 1.54 ulps; NaN of infinities.
    public static float cos(float z) {
        return Math.abs(z) > QUICK ? (float) StrictMath.cos(z) : wave(z, COSINE);
    }

    /// sin z, off by at most 1.55 ulps; NaN of infinities.
    public static float sin(float z) {
        return Math.abs(z) > QUICK ? (float) StrictMath.sin(z) : wave(z, SINE);
    }

    private static float wave(float z, int quadrantsOn) {
        float rounded = Math.fma(z, TWO_OVER_PI, Exponential.ROUNDER);
        float whole = rounded - Exponential.ROUNDER;
        float rest = Math.fma(whole, -HALF_PI, z);
        rest = Math.fma(whole, -HALF_PI_REST, rest);
        rest = Math.fma(whole, -HALF_PI_LAST, rest);
        float square = rest * rest;
        int quadrant = Float.floatToRawIntBits(rounded) + quadrantsOn;
        float size = (quadrant & 1) == 0 ? sine(rest, square) : cosine(square);
        // The quadrant's second bit moves to where a float has its sign.
        return Float.intBitsToFloat(Float.floatToRawIntBits(size) ^ (quadrant & 2) << 30);
    }

    private static float sine(float rest, float square) {
        float sum = Math.fma(S7, square, S5);
        sum = Math.fma(sum, square, S3);
        return Math.fma(sum * square, rest, rest);
    }

    private static float cosine(float square) {
        float sum = Math.fma(C8, square, C6);
        sum = Math.fma(sum, square, C4);
        sum = Math.fma(sum, square, -0.5f);
        return Math.fma(sum, square, 1);
    }
}
