package slope.kernel;

/// The functions that [Kernels#apply] and [Kernels#multiplyByDerivative] know. z is what enters, a what
/// leaves, p the function's parameter (ignored where the formula has none). What is not plain
/// arithmetic in a formula, such as e^z or Φ, is a function of [slope.internal.function].
public enum ElementwiseFunction {
    /// a = z.
    IDENTITY(SlopeOf.OUTPUT),
    /// a = 1 / (1 + e^−z); a′ = a·(1 − a).
    SIGMOID(SlopeOf.OUTPUT),
    /// a = tanh z; a′ = 1 − a².
    TANH(SlopeOf.OUTPUT),
    /// a = max(0, z); a′ = 1 where a > 0, else 0.
    RELU(SlopeOf.OUTPUT),
    /// a = z above 0, else p·z; a′ = 1 or p.
    LEAKY_RELU(SlopeOf.SUM),
    /// a = z above 0, else p·(e^z − 1); a′ = 1 or p·e^z.
    ELU(SlopeOf.SUM),
    /// a = λ·z above 0, else λ·α·(e^z − 1); a′ = λ or λ·α·e^z = a + λ·α, which spares a second e^z,
    /// with [#SELU_LAMBDA] and [#SELU_LAMBDA_ALPHA].
    SELU(SlopeOf.OUTPUT),
    /// a = z·Φ(z); a′ = Φ(z) + z·φ(z), Φ the normal distribution's cumulative function, φ its
    /// density.
    GELU(SlopeOf.SUM),
    /// a = z·s, s = sigmoid(y) with y = 2·√(2/π)·(z + 0.044715·z³); a′ = s + z·y′·s·(1 − s).
    GELU_TANH(SlopeOf.SUM),
    /// a = z·s, s = sigmoid(z); a′ = s·(1 + z·(1 − s)).
    SILU(SlopeOf.SUM),
    /// a = z·t, t = tanh(ln(1 + e^z)) = n / (n + 2) with n = e^z·(e^z + 2);
    /// a′ = t + z·sigmoid(z)·(1 − t²) = (n + 4z·e^z·(1 + e^z) / (n + 2)) / (n + 2).
    MISH(SlopeOf.SUM),
    /// a = cos z; a′ = −sin z.
    COSINE(SlopeOf.SUM);

    /// SELU's λ (Klambauer et al. 2017, arXiv 1706.02515, appendix A).
    public static final float SELU_LAMBDA = (float) 1.0507009873554805;

    /// SELU's λ·α, multiplied before it is rounded.
    public static final float SELU_LAMBDA_ALPHA = (float) (1.0507009873554805 * 1.6732632423543772);

    /// The number a slope is computed from.
    public enum SlopeOf {
        /// What left the function: what entered need not be kept.
        OUTPUT,
        /// What entered the function.
        SUM
    }

    private final SlopeOf derivativeOf;

    ElementwiseFunction(SlopeOf derivativeOf) {
        this.derivativeOf = derivativeOf;
    }

    /// What this function's slope is taken of.
    public SlopeOf derivativeOf() {
        return derivativeOf;
    }
}
