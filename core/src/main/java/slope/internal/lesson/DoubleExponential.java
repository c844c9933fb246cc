package slope.internal.lesson;

/// e^z in double precision, for sigmoids.
///
/// As in [slope.internal.function.Exponential]: z = n·ln 2 + r with n whole and |r| ≤ ½ ln 2 (Cody and Waite 1980,
/// "Software
/// Manual for the Elementary Functions", chapter 6), and e^r by its series, 1 + r + r²/2! + … +
/// r¹³/13!, whose next term is below 2⁻⁵⁶. No branch depends on z, so a processor can work on many
/// numbers at once; `StrictMath.exp` takes three times as long.
public final class DoubleExponential {
    private static final double LOG2_E = 0x1.71547652b82fep0;

    /// ln 2 without its last 11 bits, so that n·ln 2 is exact, and what that lacks.
    private static final double LN_2 = 0x1.62e42fefa3800p-1;

    private static final double LN_2_REST = 0x1.ef35793c76730p-45;

    /// 1.5·2^52: doubles of this size have no digits behind the point.
    private static final double ROUNDER = 0x1.8p52;

    private static final double OVERFLOWS = 710;
    private static final double VANISHES = -746;

    private static final int EXPONENT = 52;
    private static final long ONE_BITS = 0x3ff0000000000000L;

    private static final double C2 = 1 / 2.0;
    private static final double C3 = 1 / 6.0;
    private static final double C4 = 1 / 24.0;
    private static final double C5 = 1 / 120.0;
    private static final double C6 = 1 / 720.0;
    private static final double C7 = 1 / 5_040.0;
    private static final double C8 = 1 / 40_320.0;
    private static final double C9 = 1 / 362_880.0;
    private static final double C10 = 1 / 3_628_800.0;
    private static final double C11 = 1 / 39_916_800.0;
    private static final double C12 = 1 / 479_001_600.0;
    private static final double C13 = 1 / 6_227_020_800.0;

    private DoubleExponential() {}

    /// e^z, off by less than 1 ulp; NaN for NaN.
    public static double exp(double z) {
        double low = z < VANISHES ? VANISHES : z;
        double bounded = low > OVERFLOWS ? OVERFLOWS : low;
        double rounded = Math.fma(bounded, LOG2_E, ROUNDER);
        double whole = rounded - ROUNDER;
        double r = Math.fma(whole, -LN_2_REST, Math.fma(whole, -LN_2, bounded));
        double power = 1 + Math.fma(r * r, bend(r), r);
        // 2^n in two steps, because 2^n itself may be no double: the first is exact, so that a result below the normal
        // doubles is rounded once.
        long bits = Double.doubleToRawLongBits(rounded);
        long firstStep = (bits >> 1) << EXPONENT;
        long secondStep = (bits << EXPONENT) - firstStep;
        return power * Double.longBitsToDouble(firstStep + ONE_BITS) * Double.longBitsToDouble(secondStep + ONE_BITS);
    }

    /// (e^r − 1 − r) / r².
    private static double bend(double r) {
        // Pairs of terms first: their sums do not wait for each other.
        double square = r * r;
        double fourth = square * square;
        double sum23 = Math.fma(C3, r, C2);
        double sum45 = Math.fma(C5, r, C4);
        double sum67 = Math.fma(C7, r, C6);
        double sum89 = Math.fma(C9, r, C8);
        double sum1011 = Math.fma(C11, r, C10);
        double sum1213 = Math.fma(C13, r, C12);
        double sum25 = Math.fma(sum45, square, sum23);
        double sum69 = Math.fma(sum89, square, sum67);
        double sum1013 = Math.fma(sum1213, square, sum1011);
        return Math.fma(Math.fma(sum1013, fourth, sum69), fourth, sum25);
    }
}
