package slope.vector;

import static jdk.incubator.vector.FloatVector.fromArray;
import static slope.kernel.ElementwiseFunction.SELU_LAMBDA;
import static slope.kernel.ElementwiseFunction.SELU_LAMBDA_ALPHA;
import static slope.vector.Lanes.COUNT;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import slope.kernel.ElementwiseFunction;

/// The elementwise functions, in whole vectors.
///
/// Each has a method of its own, because the compiler inlines a limited amount of Vector API into
/// one.
final class VectorActivations {
    private VectorActivations() {}

    /// outputs = function(sums), from `start` to where whole vectors end before `end`: that is
    /// returned.
    static int apply(ElementwiseFunction function, float parameter, float[] sums, float[] outputs, int start, int end) {
        return switch (function) {
            case IDENTITY -> start;
            case SIGMOID -> sigmoid(sums, outputs, start, end);
            case TANH -> tanh(sums, outputs, start, end);
            case RELU -> relu(sums, outputs, start, end);
            case LEAKY_RELU -> leakyRelu(parameter, sums, outputs, start, end);
            case ELU -> elu(parameter, sums, outputs, start, end);
            case SELU -> selu(sums, outputs, start, end);
            case GELU -> gelu(sums, outputs, start, end);
            case GELU_TANH -> geluTanh(sums, outputs, start, end);
            case SILU -> silu(sums, outputs, start, end);
            case MISH -> mish(sums, outputs, start, end);
            case COSINE -> {
                VectorWaves.cosines(sums, outputs, start, end);
                yield end;
            }
        };
    }

    private static int sigmoid(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            VectorLogistic.sigmoid(z).intoArray(outputs, i);
        }
        return i;
    }

    private static int tanh(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            VectorHyperbolicTangent.tanh(z).intoArray(outputs, i);
        }
        return i;
    }

    private static int relu(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            z.max(0).intoArray(outputs, i);
        }
        return i;
    }

    private static int leakyRelu(float slope, float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            z.mul(slope).blend(z, z.compare(VectorOperators.GT, 0)).intoArray(outputs, i);
        }
        return i;
    }

    private static int elu(float scale, float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            FloatVector below = VectorExponential.expMinusOne(z).mul(scale);
            below.blend(z, z.compare(VectorOperators.GT, 0)).intoArray(outputs, i);
        }
        return i;
    }

    private static int selu(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            FloatVector below = VectorExponential.expMinusOne(z).mul(SELU_LAMBDA_ALPHA);
            below.blend(z.mul(SELU_LAMBDA), z.compare(VectorOperators.GT, 0)).intoArray(outputs, i);
        }
        return i;
    }

    private static int gelu(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            z.mul(VectorNormalDistribution.cumulative(z)).intoArray(outputs, i);
        }
        return i;
    }

    private static int geluTanh(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            z.mul(VectorLogistic.geluTanhShare(z)).intoArray(outputs, i);
        }
        return i;
    }

    private static int silu(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            z.mul(VectorLogistic.sigmoid(z)).intoArray(outputs, i);
        }
        return i;
    }

    private static int mish(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, sums, i);
            z.mul(VectorLogistic.mishShare(z)).intoArray(outputs, i);
        }
        return i;
    }
}
