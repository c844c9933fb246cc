package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static slope.kernel.ElementwiseFunction.SELU_LAMBDA;
import static slope.kernel.ElementwiseFunction.SELU_LAMBDA_ALPHA;
import static slope.vector.Lanes.COUNT;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import slope.kernel.ElementwiseFunction;

/// The derivatives of the elementwise functions, in whole vectors; each in a method of its own like the
/// functions in [VectorActivations].
final class VectorDerivatives {
    private VectorDerivatives() {}

    /// gradient ← gradient · function′, from `start` to where whole vectors end before `end`: that is
    /// returned.
    ///
    /// @param taken the function's outputs a or its inputs z, as its `derivativeOf` says
    static int multiplyByDerivative(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int start, int end) {
        return switch (function) {
            case IDENTITY -> end;
            case SIGMOID -> sigmoid(taken, gradient, start, end);
            case TANH -> tanh(taken, gradient, start, end);
            case RELU -> relu(taken, gradient, start, end);
            case LEAKY_RELU -> leakyRelu(parameter, taken, gradient, start, end);
            case ELU -> elu(parameter, taken, gradient, start, end);
            case SELU -> selu(taken, gradient, start, end);
            case GELU -> gelu(taken, gradient, start, end);
            case GELU_TANH -> geluTanh(taken, gradient, start, end);
            case SILU -> silu(taken, gradient, start, end);
            case MISH -> mish(taken, gradient, start, end);
            case COSINE -> {
                VectorWaves.multiplyByMinusSines(taken, gradient, start, end);
                yield end;
            }
        };
    }

    private static int sigmoid(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector a = fromArray(SPECIES, taken, i);
            fromArray(SPECIES, gradient, i)
                    .mul(a.mul(broadcast(SPECIES, 1).sub(a)))
                    .intoArray(gradient, i);
        }
        return i;
    }

    private static int tanh(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector a = fromArray(SPECIES, taken, i);
            fromArray(SPECIES, gradient, i)
                    .mul(a.neg().fma(a, broadcast(SPECIES, 1)))
                    .intoArray(gradient, i);
        }
        return i;
    }

    private static int relu(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            VectorMask<Float> above = fromArray(SPECIES, taken, i).compare(VectorOperators.GT, 0);
            broadcast(SPECIES, 0).blend(fromArray(SPECIES, gradient, i), above).intoArray(gradient, i);
        }
        return i;
    }

    private static int leakyRelu(float slope, float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            VectorMask<Float> above = fromArray(SPECIES, taken, i).compare(VectorOperators.GT, 0);
            FloatVector before = fromArray(SPECIES, gradient, i);
            before.mul(slope).blend(before, above).intoArray(gradient, i);
        }
        return i;
    }

    private static int elu(float scale, float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, taken, i);
            FloatVector before = fromArray(SPECIES, gradient, i);
            FloatVector below = VectorExponential.exp(z).mul(scale).mul(before);
            below.blend(before, z.compare(VectorOperators.GT, 0)).intoArray(gradient, i);
        }
        return i;
    }

    private static int selu(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector a = fromArray(SPECIES, taken, i);
            FloatVector slope = a.add(SELU_LAMBDA_ALPHA).blend(SELU_LAMBDA, a.compare(VectorOperators.GT, 0));
            fromArray(SPECIES, gradient, i).mul(slope).intoArray(gradient, i);
        }
        return i;
    }

    private static int gelu(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, taken, i);
            fromArray(SPECIES, gradient, i)
                    .mul(VectorNormalDistribution.geluSlope(z))
                    .intoArray(gradient, i);
        }
        return i;
    }

    private static int geluTanh(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, taken, i);
            fromArray(SPECIES, gradient, i).mul(VectorLogistic.geluTanhSlope(z)).intoArray(gradient, i);
        }
        return i;
    }

    private static int silu(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, taken, i);
            FloatVector s = VectorLogistic.sigmoid(z);
            FloatVector slope = s.mul(z.fma(broadcast(SPECIES, 1).sub(s), broadcast(SPECIES, 1)));
            fromArray(SPECIES, gradient, i).mul(slope).intoArray(gradient, i);
        }
        return i;
    }

    private static int mish(float[] taken, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, taken, i);
            fromArray(SPECIES, gradient, i).mul(VectorLogistic.mishSlope(z)).intoArray(gradient, i);
        }
        return i;
    }
}
