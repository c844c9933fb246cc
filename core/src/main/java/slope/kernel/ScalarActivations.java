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
import static slope.kernel.ElementwiseFunction.SELU_LAMBDA;
import static slope.kernel.ElementwiseFunction.SELU_LAMBDA_ALPHA;

/// The elementwise functions of [ScalarKernels] and their slopes, in float arithmetic operation by
/// operation as written here.
///
/// The switch stands outside the loops, so that each loop is one the compiler can make vectors of.
final class ScalarActivations {
    private ScalarActivations() {}

    /// outputs = function(sums), from `start` to below `end`.
    static void apply(
            ElementwiseFunction function, float parameter, float[] sums, float[] outputs, int start, int end) {
        switch (function) {
            case IDENTITY -> System.arraycopy(sums, start, outputs, start, end - start);
            case SIGMOID -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sigmoid(sums[i]);
                }
            }
            case TANH -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = tanh(sums[i]);
                }
            }
            case RELU -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = Math.max(sums[i], 0);
                }
            }
            case LEAKY_RELU -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sums[i] > 0 ? sums[i] : parameter * sums[i];
                }
            }
            case ELU -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sums[i] > 0 ? sums[i] : parameter * expMinusOne(sums[i]);
                }
            }
            case SELU -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sums[i] > 0 ? SELU_LAMBDA * sums[i] : SELU_LAMBDA_ALPHA * expMinusOne(sums[i]);
                }
            }
            case GELU -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sums[i] * cumulative(sums[i]);
                }
            }
            case GELU_TANH -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sums[i] * geluTanhShare(sums[i]);
                }
            }
            case SILU -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sums[i] * sigmoid(sums[i]);
                }
            }
            case MISH -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = sums[i] * mishShare(sums[i]);
                }
            }
            case COSINE -> {
                for (int i = start; i < end; i++) {
                    outputs[i] = cos(sums[i]);
                }
            }
        }
    }

    /// gradient ← gradient · function′, from `start` to below `end`.
    ///
    /// @param taken the function's outputs a or its sums z, as the function's `slopeOf` says
    static void multiplyByDerivative(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int start, int end) {
        switch (function) {
            case IDENTITY -> {}
            case SIGMOID -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= taken[i] * (1 - taken[i]);
                }
            }
            case TANH -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= Math.fma(-taken[i], taken[i], 1);
                }
            }
            case RELU -> {
                for (int i = start; i < end; i++) {
                    gradient[i] = taken[i] > 0 ? gradient[i] : 0;
                }
            }
            case LEAKY_RELU -> {
                for (int i = start; i < end; i++) {
                    gradient[i] = taken[i] > 0 ? gradient[i] : parameter * gradient[i];
                }
            }
            case ELU -> {
                for (int i = start; i < end; i++) {
                    gradient[i] = taken[i] > 0 ? gradient[i] : parameter * exp(taken[i]) * gradient[i];
                }
            }
            case SELU -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= taken[i] > 0 ? SELU_LAMBDA : taken[i] + SELU_LAMBDA_ALPHA;
                }
            }
            case GELU -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= geluSlope(taken[i]);
                }
            }
            case GELU_TANH -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= geluTanhSlope(taken[i]);
                }
            }
            case SILU -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= siluSlope(taken[i]);
                }
            }
            case MISH -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= mishSlope(taken[i]);
                }
            }
            case COSINE -> {
                for (int i = start; i < end; i++) {
                    gradient[i] *= -sin(taken[i]);
                }
            }
        }
    }

    private static float siluSlope(float z) {
        float s = sigmoid(z);
        return s * Math.fma(z, 1 - s, 1);
    }
}
