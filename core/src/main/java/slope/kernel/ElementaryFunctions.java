package slope.kernel;

import static slope.function.Exponential.exp;

/// The functions of one number that Java's arithmetic lacks: the only place the float engine has
/// them from.
///
/// They go through `StrictMath`, whose bits are the same on every machine (those of `Math` are
/// not), and round to float at the end. That is correct and slow; polynomials with the same bits in
/// plain and vector code can take their place here without touching anything else.
///
/// Each takes NaN to NaN and infinities to the function's limit.
final class ElementaryFunctions {
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);
    private static final double ONE_OVER_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

    private ElementaryFunctions() {}

    /// ln(1 + z), accurate near 0 too.
    static float logOnePlus(float z) {
        return (float) StrictMath.log1p(z);
    }

    static float tanh(float z) {
        return (float) StrictMath.tanh(z);
    }

    /// 1 / (1 + e^−z).
    static float sigmoid(float z) {
        return (float) (1 / (1 + StrictMath.exp(-(double) z)));
    }

    /// ln(1 + e^z), without an overflow where z is large.
    static float softplus(float z) {
        return Math.max(z, 0) + logOnePlus(exp(-Math.abs(z)));
    }

    /// Φ(z) = ½·erfc(−z/√2): how much of the normal distribution lies below z.
    static float normalCumulative(float z) {
        return (float) (0.5 * erfc(-z * SQRT_HALF));
    }

    /// φ(z) = e^(−z²/2) / √(2π): the normal distribution's density.
    static float normalDensity(float z) {
        return (float) (ONE_OVER_SQRT_TWO_PI * StrictMath.exp(-0.5 * z * z));
    }

    /// 1 − erf x, with a relative error below 1e-13 on both sides, so that the far tail keeps a
    /// float's digits.
    private static double erfc(double x) {
        if (x < 2) {
            return 1 - erf(x);
        }
        // e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), from its far end (Abramowitz and Stegun, 7.1.14). The
        // tail after n terms shrinks like e^(−2x·√(2n)).
        double fraction = x;
        for (int n = 10 + (int) (180 / (x * x)); n >= 1; n--) {
            fraction = x + 0.5 * n / fraction;
        }
        return 0.5 * TWO_OVER_SQRT_PI * StrictMath.exp(-x * x) / fraction;
    }

    /// erf x = 2/√π · e^(−x²) · Σ_n 2^n·x^(2n+1) / (1·3·…·(2n+1)) (Abramowitz and Stegun, 7.1.6).
    ///
    /// All terms have one sign, so nothing cancels; the largest error is about 1e-15, far below a
    /// float's 6e-8.
    private static double erf(double x) {
        // From here on 1 − |erf x| is less than a double can tell from 0.
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int factor = 3; Math.abs(term) > 1e-17 * Math.abs(sum); factor += 2) {
            term *= 2 * x * x / factor;
            sum += term;
        }
        return TWO_OVER_SQRT_PI * StrictMath.exp(-x * x) * sum;
    }
}
