package slope.kernel;

import static slope.internal.function.Exponential.exp;
import static slope.internal.function.Exponential.expMinusOne;
import static slope.internal.function.HyperbolicTangent.tanh;
import static slope.internal.function.Logistic.geluTanhShare;
import static slope.internal.function.Logistic.geluTanhSlope;
import static slope.internal.function.Logistic.mishShare;
import static slope.internal.function.Logistic.mishSlope;
import static slope.internal.function.Logistic.sigmoid;
import static slope.internal.function.NormalDistribution.cumulative;
import static slope.internal.function.NormalDistribution.geluSlope;
import static slope.internal.function.Trigonometry.cos;
import static slope.internal.function.Trigonometry.sin;

/// The functions that [Elementwise#apply] and [Elementwise#multiplyByDerivative] know, each with its
/// loops: they are the definition, in float arithmetic operation by operation as written. z is what
/// enters, a what leaves, p the function's parameter (ignored where the formula has none). What is not
/// plain arithmetic in a formula, such as e^z or Φ, is a function of `slope.internal.function`.
public enum ElementwiseFunction {
    /// a = z.
    IDENTITY(DerivativeOf.OUTPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            System.arraycopy(inputs, start, outputs, start, end - start);
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {}
    },

    /// a = 1 / (1 + e^−z); a′ = a·(1 − a).
    SIGMOID(DerivativeOf.OUTPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = sigmoid(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= taken[i] * (1 - taken[i]);
            }
        }
    },

    /// a = tanh z; a′ = 1 − a².
    TANH(DerivativeOf.OUTPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = tanh(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= Math.fma(-taken[i], taken[i], 1);
            }
        }
    },

    /// a = max(0, z); a′ = 1 where a > 0, else 0.
    RELU(DerivativeOf.OUTPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = Math.max(inputs[i], 0);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] = taken[i] > 0 ? gradient[i] : 0;
            }
        }
    },

    /// a = z above 0, else p·z; a′ = 1 or p.
    LEAKY_RELU(DerivativeOf.INPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = inputs[i] > 0 ? inputs[i] : parameter * inputs[i];
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] = taken[i] > 0 ? gradient[i] : parameter * gradient[i];
            }
        }
    },

    /// a = z above 0, else p·(e^z − 1); a′ = 1 or p·e^z.
    ELU(DerivativeOf.INPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = inputs[i] > 0 ? inputs[i] : parameter * expMinusOne(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] = taken[i] > 0 ? gradient[i] : parameter * exp(taken[i]) * gradient[i];
            }
        }
    },

    /// a = λ·z above 0, else λ·α·(e^z − 1); a′ = λ or λ·α·e^z = a + λ·α, which spares a second e^z,
    /// with [#SELU_LAMBDA] and [#SELU_LAMBDA_ALPHA].
    SELU(DerivativeOf.OUTPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = inputs[i] > 0 ? SELU_LAMBDA * inputs[i] : SELU_LAMBDA_ALPHA * expMinusOne(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= taken[i] > 0 ? SELU_LAMBDA : taken[i] + SELU_LAMBDA_ALPHA;
            }
        }
    },

    /// a = z·Φ(z); a′ = Φ(z) + z·φ(z), Φ the normal distribution's cumulative function, φ its
    /// density.
    GELU(DerivativeOf.INPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = inputs[i] * cumulative(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= geluSlope(taken[i]);
            }
        }
    },

    /// a = z·s, s = sigmoid(y) with y = 2·√(2/π)·(z + 0.044715·z³); a′ = s + z·y′·s·(1 − s).
    GELU_TANH(DerivativeOf.INPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = inputs[i] * geluTanhShare(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= geluTanhSlope(taken[i]);
            }
        }
    },

    /// a = z·s, s = sigmoid(z); a′ = s·(1 + z·(1 − s)).
    SILU(DerivativeOf.INPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = inputs[i] * sigmoid(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= siluSlope(taken[i]);
            }
        }
    },

    /// a = z·t, t = tanh(ln(1 + e^z)) = n / (n + 2) with n = e^z·(e^z + 2);
    /// a′ = t + z·sigmoid(z)·(1 − t²) = (n + 4z·e^z·(1 + e^z) / (n + 2)) / (n + 2).
    MISH(DerivativeOf.INPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = inputs[i] * mishShare(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= mishSlope(taken[i]);
            }
        }
    },

    /// a = cos z; a′ = −sin z.
    COSINE(DerivativeOf.INPUT) {
        @Override
        void apply(float parameter, float[] inputs, float[] outputs, int start, int end) {
            for (int i = start; i < end; i++) {
                outputs[i] = cos(inputs[i]);
            }
        }

        @Override
        void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end) {
            for (int i = start; i < end; i++) {
                gradient[i] *= -sin(taken[i]);
            }
        }
    };

    /// SELU's λ (Klambauer et al. 2017, arXiv 1706.02515, appendix A).
    public static final float SELU_LAMBDA = (float) 1.0507009873554805;

    /// SELU's λ·α, multiplied before it is rounded.
    public static final float SELU_LAMBDA_ALPHA = (float) (1.0507009873554805 * 1.6732632423543772);

    /// The number a derivative is computed from.
    public enum DerivativeOf {
        /// What left the function: what entered need not be kept.
        OUTPUT,
        /// What entered the function.
        INPUT
    }

    private final DerivativeOf derivativeOf;

    ElementwiseFunction(DerivativeOf derivativeOf) {
        this.derivativeOf = derivativeOf;
    }

    /// What this function's derivative is taken of.
    public DerivativeOf derivativeOf() {
        return derivativeOf;
    }

    /// outputs = function(inputs), from `start` to below `end`.
    abstract void apply(float parameter, float[] inputs, float[] outputs, int start, int end);

    /// gradient ← gradient · function′, from `start` to below `end`.
    ///
    /// @param taken what [#derivativeOf] says
    abstract void multiplyByDerivative(float parameter, float[] taken, float[] gradient, int start, int end);

    private static float siluSlope(float z) {
        float s = sigmoid(z);
        return s * Math.fma(z, 1 - s, 1);
    }
}
