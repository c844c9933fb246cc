package slope.reference;

/// The error function and its complement, which the JDK does not have.
///
/// Two textbook expansions, each used where it converges fast and cancels nothing: the power series
/// of Abramowitz and Stegun 1964, "Handbook of Mathematical Functions", formula 7.1.6, near zero,
/// and their continued fraction 7.1.14 further out. The largest error over a grid from −27 to 27 is
/// tested to be at most 4 ulps.
public final class ErrorFunction {
    /// Up to here erf by series; beyond, 1 − erfc loses nothing because erfc is small.
    private static final double SERIES_OF_ERF = 2;
    /// Up to here erfc by 1 − erf, which loses at most a bit; beyond, the fraction needs few enough
    /// terms.
    private static final double COMPLEMENT_OF_ERF = 0.5;
    /// From here erfc is below half of the smallest double, 2^−1075.
    private static final double VANISHED = 27.3;

    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double ROOT_PI = 1.772453850905516;

    private ErrorFunction() {}

    /// 2/√π · ∫ e^(−t²) dt from 0 to x, between −1 and 1.
    public static double erf(double x) {
        double size = Math.abs(x);
        double value = size < SERIES_OF_ERF ? series(size) : 1 - erfc(size);
        return Math.copySign(value, x);
    }

    /// 1 − erf(x), between 0 and 2, precise also where erf(x) is all but 1.
    public static double erfc(double x) {
        if (x < COMPLEMENT_OF_ERF) {
            return x < 0 ? 1 + erf(-x) : 1 - series(x);
        }
        return x >= VANISHED ? 0 : continuedFraction(x);
    }

    /// 2/√π · e^(−x²) · Σ_n 2^n x^(2n+1) / (1·3·…·(2n+1)): every term is positive, so nothing
    /// cancels.
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > 1e-17 * sum; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * exponentialOfMinusSquare(x) * sum;
    }

    /// e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + 2/(x + …))))), computed from its far end.
    private static double continuedFraction(double x) {
        // The tail after n terms shrinks like e^(−2x·√(2n)), so full precision, e^−37, needs about
        // 171/x² of them.
        int terms = 10 + (int) (180 / (x * x));
        double fraction = x;
        for (int n = terms; n >= 1; n--) {
            fraction = x + 0.5 * n / fraction;
        }
        return exponentialOfMinusSquare(x) / (ROOT_PI * fraction);
    }

    /// e^(−x²), with the part of x² that rounding drops: at x = 20 it would cost 8 of the 53 bits.
    private static double exponentialOfMinusSquare(double x) {
        double square = x * x;
        double dropped = Math.fma(x, x, -square);
        return StrictMath.exp(-square) * (1 - dropped);
    }
}
