package slope.internal.function;

/// ln(1 + z) in double precision, for the double engine.
///
/// As in [Logarithm], a whole power of 2 is taken out: z = 2^k · (1 + f) with 1 + f between √½ and √2.
/// With s = f / (2 + f), ln(1 + f) = ln((1 + s) / (1 − s)) = 2s + s·R, where R is a polynomial in s²; and
/// f − (½f² − s·(½f² + R)) is the same with fewer digits lost (K. C. Ng 1993, `e_log.c` of fdlibm).
public final class DoubleLogarithm {
    /// R / s².
    static final double[] R = {
        0x1.5555555555594p-1,
        0x1.999999997f667p-2,
        0x1.249249424f414p-2,
        0x1.c71c51c09db1p-3,
        0x1.74664d7cb7b03p-3,
        0x1.39a0453935325p-3,
        0x1.2f14228530dd9p-3
    };

    /// The bits of √½ and of 4.
    private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    private static final long FOUR_BITS = 0x4010000000000000L;
    private static final int EXPONENT = 52;

    private DoubleLogarithm() {}

    /// ln(1 + z), accurate near 0 too, off by less than 1 ulp: −∞ of −1, NaN below.
    public static double logOnePlus(double z) {
        // The exponent k comes from the rounded sum, the fraction from z itself: (1 + z)·2^−k − 1 is z·2^−k plus
        // 2^−k − 1. The quarter is there because 2^−1024 is not a normal double.
        long exponent = (Double.doubleToRawLongBits(1 + z) - SQRT_HALF_BITS) >> EXPONENT;
        double scaled = Double.longBitsToDouble(Double.doubleToRawLongBits(z) - (exponent << EXPONENT));
        double shift = Math.fma(Double.longBitsToDouble(FOUR_BITS - (exponent << EXPONENT)), 0.25, -1);
        double fraction = scaled + shift;
        // What that sum drops, exactly (D. Knuth, "The Art of Computer Programming", volume 2, 4.2.2).
        double shiftThere = fraction - scaled;
        double dropped = (scaled - (fraction - shiftThere)) + (shift - shiftThere);
        double log = ofParts(exponent, fraction, dropped);
        double atMost = z < Double.POSITIVE_INFINITY ? log : z; // also NaN
        double above = z > -1 ? atMost : Double.NaN;
        return z == -1 ? Double.NEGATIVE_INFINITY : above;
    }

    /// ln(2^exponent·(1 + fraction + dropped)), where what was dropped is beyond the fraction's digits.
    private static double ofParts(long exponent, double fraction, double dropped) {
        double share = fraction / (2 + fraction);
        double square = share * share;
        double half = 0.5 * fraction * fraction;
        double bend = share * (half + square * Polynomial.at(square, R));
        double whole = (double) exponent;
        double rest = Math.fma(whole, DoubleExponential.LN_2_REST, dropped);
        return Math.fma(whole, DoubleExponential.LN_2, fraction - (half - (bend + rest)));
    }
}
