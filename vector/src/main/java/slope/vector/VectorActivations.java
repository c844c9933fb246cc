package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The elementwise functions that need no more than a comparison, and their slopes.
final class VectorActivations {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorActivations() {}

    static void relu(float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            FloatVector.fromArray(SPECIES, sums, i).max(0).intoArray(outputs, i);
        }
        for (; i < end; i++) {
            outputs[i] = Math.max(sums[i], 0);
        }
    }

    static void leakyRelu(float slope, float[] sums, float[] outputs, int start, int end) {
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, sums, i);
            VectorMask<Float> above = sum.compare(VectorOperators.GT, 0);
            sum.mul(slope).blend(sum, above).intoArray(outputs, i);
        }
        for (; i < end; i++) {
            outputs[i] = sums[i] > 0 ? sums[i] : slope * sums[i];
        }
    }

    static void multiplyByReluSlope(float[] outputs, float[] gradient, int start, int end) {
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            VectorMask<Float> above = FloatVector.fromArray(SPECIES, outputs, i).compare(VectorOperators.GT, 0);
            FloatVector.zero(SPECIES)
                    .blend(FloatVector.fromArray(SPECIES, gradient, i), above)
                    .intoArray(gradient, i);
        }
        for (; i < end; i++) {
            gradient[i] = outputs[i] > 0 ? gradient[i] : 0;
        }
    }

    static void multiplyByLeakyReluSlope(float slope, float[] sums, float[] gradient, int start, int end) {
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            VectorMask<Float> above = FloatVector.fromArray(SPECIES, sums, i).compare(VectorOperators.GT, 0);
            FloatVector before = FloatVector.fromArray(SPECIES, gradient, i);
            before.mul(slope).blend(before, above).intoArray(gradient, i);
        }
        for (; i < end; i++) {
            gradient[i] = sums[i] > 0 ? gradient[i] : slope * gradient[i];
        }
    }
}
