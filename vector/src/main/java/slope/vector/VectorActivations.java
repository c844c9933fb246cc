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

    /// outputs = function(inputs), from `start` to where whole vectors end before `end`: that is
    /// returned.
    static int apply(
            ElementwiseFunction function, float parameter, float[] inputs, float[] outputs, int start, int end) {
        return switch (function) {
            case IDENTITY -> start;
            case SIGMOID -> sigmoid(inputs, outputs, start, end);
            case TANH -> tanh(inputs, outputs, start, end);
            case RELU -> relu(inputs, outputs, start, end);
            case LEAKY_RELU -> leakyRelu(parameter, inputs, outputs, start, end);
            case ELU -> elu(parameter, inputs, outputs, start, end);
            case SELU -> selu(inputs, outputs, start, end);
            case GELU -> gelu(inputs, outputs, start, end);
            case GELU_TANH -> geluTanh(inputs, outputs, start, end);
            case SILU -> silu(inputs, outputs, start, end);
            case MISH -> mish(inputs, outputs, start, end);
            case COSINE -> {
                VectorWaves.cosines(inputs, outputs, start, end);
                yield end;
            }
        };
    }

    private static int sigmoid(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            VectorLogistic.sigmoid(z).intoArray(outputs, i);
        }
        return i;
    }

    private static int tanh(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            VectorHyperbolicTangent.tanh(z).intoArray(outputs, i);
        }
        return i;
    }

    private static int relu(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            z.max(0).intoArray(outputs, i);
        }
        return i;
    }

    private static int leakyRelu(float slope, float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            z.mul(slope).blend(z, z.compare(VectorOperators.GT, 0)).intoArray(outputs, i);
        }
        return i;
    }

    private static int elu(float scale, float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            FloatVector below = VectorExponential.expMinusOne(z).mul(scale);
            below.blend(z, z.compare(VectorOperators.GT, 0)).intoArray(outputs, i);
        }
        return i;
    }

    private static int selu(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            FloatVector below = VectorExponential.expMinusOne(z).mul(SELU_LAMBDA_ALPHA);
            below.blend(z.mul(SELU_LAMBDA), z.compare(VectorOperators.GT, 0)).intoArray(outputs, i);
        }
        return i;
    }

    private static int gelu(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            z.mul(VectorNormalDistribution.cumulative(z)).intoArray(outputs, i);
        }
        return i;
    }

    private static int geluTanh(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            z.mul(VectorLogistic.geluTanhShare(z)).intoArray(outputs, i);
        }
        return i;
    }

    private static int silu(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            z.mul(VectorLogistic.sigmoid(z)).intoArray(outputs, i);
        }
        return i;
    }

    private static int mish(float[] inputs, float[] outputs, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector z = fromArray(SPECIES, inputs, i);
            z.mul(VectorLogistic.mishShare(z)).intoArray(outputs, i);
        }
        return i;
    }
}
