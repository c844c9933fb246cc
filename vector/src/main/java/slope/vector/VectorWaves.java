package slope.vector;

import static jdk.incubator.vector.FloatVector.fromArray;
import static slope.internal.function.Trigonometry.COSINE;
import static slope.internal.function.Trigonometry.SINE;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import slope.internal.function.Trigonometry;

/// Cosines and sines along arrays. A vector with an angle that is too large for
/// [VectorTrigonometry] goes number by number.
final class VectorWaves {
    private VectorWaves() {}

    /// results = cos(angles), from `start` to below `end`.
    static void cosines(float[] angles, float[] results, int start, int end) {
        int i = start;
        for (; i + Lanes.COUNT <= end; i += Lanes.COUNT) {
            FloatVector angle = fromArray(SPECIES, angles, i);
            if (VectorTrigonometry.isLarge(angle)) {
                cosinesOneByOne(angles, results, i, i + Lanes.COUNT);
            } else {
                VectorTrigonometry.wave(angle, COSINE).intoArray(results, i);
            }
        }
        cosinesOneByOne(angles, results, i, end);
    }

    /// results = sin(angles), from `start` to below `end`.
    static void sines(float[] angles, float[] results, int start, int end) {
        int i = start;
        for (; i + Lanes.COUNT <= end; i += Lanes.COUNT) {
            FloatVector angle = fromArray(SPECIES, angles, i);
            if (VectorTrigonometry.isLarge(angle)) {
                sinesOneByOne(angles, results, i, i + Lanes.COUNT);
            } else {
                VectorTrigonometry.wave(angle, SINE).intoArray(results, i);
            }
        }
        sinesOneByOne(angles, results, i, end);
    }

    /// results ← results · −sin(angles), from `start` to below `end`.
    static void multiplyByMinusSines(float[] angles, float[] results, int start, int end) {
        int i = start;
        for (; i + Lanes.COUNT <= end; i += Lanes.COUNT) {
            FloatVector angle = fromArray(SPECIES, angles, i);
            if (VectorTrigonometry.isLarge(angle)) {
                multiplyByMinusSinesOneByOne(angles, results, i, i + Lanes.COUNT);
            } else {
                fromArray(SPECIES, results, i)
                        .mul(VectorTrigonometry.wave(angle, SINE).neg())
                        .intoArray(results, i);
            }
        }
        multiplyByMinusSinesOneByOne(angles, results, i, end);
    }

    private static void multiplyByMinusSinesOneByOne(float[] angles, float[] results, int start, int end) {
        for (int i = start; i < end; i++) {
            results[i] *= -Trigonometry.sin(angles[i]);
        }
    }

    private static void cosinesOneByOne(float[] angles, float[] results, int start, int end) {
        for (int i = start; i < end; i++) {
            results[i] = Trigonometry.cos(angles[i]);
        }
    }

    private static void sinesOneByOne(float[] angles, float[] results, int start, int end) {
        for (int i = start; i < end; i++) {
            results[i] = Trigonometry.sin(angles[i]);
        }
    }
}
