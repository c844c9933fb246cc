package slope.reference;

import slope.internal.lesson.DoubleExponential;

/// The functions of one number in networks, with their derivatives, in double precision.
///
/// On top of functions whose bits are the same on every machine; those of `Math.exp` need not be.
/// None of them overflows: for a finite argument each result is finite.
public final class Functions {
    private Functions() {}

    /// 1 / (1 + e^−z): squeezes any number between 0 and 1. Where e^−z overflows, 1 / ∞ is the
    /// right answer, 0.
    public static double sigmoid(double z) {
        return 1 / (1 + DoubleExponential.exp(-z));
    }

    /// The sigmoid's derivative, from its **output**: a·(1 − a), 0.25 at a = 0.5 and nearly 0 near
    /// 0 and 1.
    ///
    /// @param a an output of [#sigmoid]
    static double sigmoidPrime(double a) {
        return a * (1 - a);
    }

    /// max(0, z).
    static double relu(double z) {
        return Math.max(0, z);
    }

    /// ReLU's derivative, from its output: 1 above zero, 0 elsewhere. At the kink itself, where
    /// there is no derivative, 0.
    ///
    /// @param a an output of [#relu]; its input serves as well, because both have the same sign
    /// above zero
    static double reluPrime(double a) {
        return a > 0 ? 1 : 0;
    }

    /// The hyperbolic tangent's derivative, from its output: 1 − a².
    ///
    /// @param a an output of tanh
    static double tanhPrime(double a) {
        return 1 - a * a;
    }

    /// ln(1 + e^z), written so that e^z cannot overflow: max(0, z) + ln(1 + e^−|z|).
    public static double softplus(double z) {
        return Math.max(0, z) + StrictMath.log1p(DoubleExponential.exp(-Math.abs(z)));
    }
}
