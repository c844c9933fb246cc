package slope.vector;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static slope.vector.Lanes.COUNT;
import static slope.vector.Lanes.SPECIES;
import static slope.vector.Lanes.WHOLES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import slope.kernel.DropoutMask;

/// The operations of [VectorKernels] that multiply along rows.
final class VectorFactors {
    private VectorFactors() {}

    static void multiplyEach(
            float[] values,
            int valuesOffset,
            float[] factors,
            int factorsOffset,
            float[] results,
            int resultsOffset,
            int length) {
        int i = 0;
        for (; i + COUNT <= length; i += COUNT) {
            fromArray(SPECIES, values, valuesOffset + i)
                    .mul(fromArray(SPECIES, factors, factorsOffset + i))
                    .intoArray(results, resultsOffset + i);
        }
        for (; i < length; i++) {
            results[resultsOffset + i] = values[valuesOffset + i] * factors[factorsOffset + i];
        }
    }

    static void addProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, float[] sums, int sumsOffset, int length) {
        int i = 0;
        for (; i + COUNT <= length; i += COUNT) {
            fromArray(SPECIES, left, leftOffset + i)
                    .fma(fromArray(SPECIES, right, rightOffset + i), fromArray(SPECIES, sums, sumsOffset + i))
                    .intoArray(sums, sumsOffset + i);
        }
        for (; i < length; i++) {
            sums[sumsOffset + i] = Math.fma(left[leftOffset + i], right[rightOffset + i], sums[sumsOffset + i]);
        }
    }

    static void blend(float[] values, float[] differences, int offset, float[] factors, int factorsOffset, int length) {
        int i = 0;
        for (; i + COUNT <= length; i += COUNT) {
            int at = offset + i;
            FloatVector z = fromArray(SPECIES, values, at);
            FloatVector difference = fromArray(SPECIES, differences, at).sub(z);
            difference.intoArray(differences, at);
            fromArray(SPECIES, factors, factorsOffset + i).fma(difference, z).intoArray(values, at);
        }
        for (; i < length; i++) {
            int at = offset + i;
            differences[at] -= values[at];
            values[at] = Math.fma(factors[factorsOffset + i], differences[at], values[at]);
        }
    }

    static void multiplyByBlendSlope(
            float[] slopes, float[] gradient, int offset, float[] factors, int factorsOffset, int length) {
        int i = 0;
        for (; i + COUNT <= length; i += COUNT) {
            int at = offset + i;
            FloatVector slope = fromArray(SPECIES, slopes, at).sub(1);
            FloatVector blended = fromArray(SPECIES, factors, factorsOffset + i).fma(slope, broadcast(SPECIES, 1));
            fromArray(SPECIES, gradient, at).mul(blended).intoArray(gradient, at);
        }
        for (; i < length; i++) {
            int at = offset + i;
            gradient[at] *= Math.fma(factors[factorsOffset + i], slopes[at] - 1, 1);
        }
    }

    static void scaleAndShift(
            float[] values,
            int valuesOffset,
            float factor,
            float summand,
            float[] results,
            int resultsOffset,
            int length) {
        FloatVector factors = broadcast(SPECIES, factor);
        FloatVector summands = broadcast(SPECIES, summand);
        int i = 0;
        for (; i + COUNT <= length; i += COUNT) {
            factors.fma(fromArray(SPECIES, values, valuesOffset + i), summands).intoArray(results, resultsOffset + i);
        }
        for (; i < length; i++) {
            results[resultsOffset + i] = Math.fma(factor, values[valuesOffset + i], summand);
        }
    }

    static void drop(float[] values, float[] results, int offset, int length, DropoutMask mask) {
        int end = offset + length;
        float scale = mask.scale();
        int threshold = mask.threshold();
        IntVector secondKey = IntVector.broadcast(WHOLES, mask.secondKey());
        IntVector place = IntVector.broadcast(WHOLES, offset + mask.firstKey()).addIndex(1);
        int i = offset;
        for (; i + COUNT <= end; i += COUNT) {
            IntVector hash = place;
            hash = hash.lanewise(VectorOperators.XOR, hash.lanewise(VectorOperators.LSHR, 16))
                    .mul(DropoutMask.FIRST)
                    .lanewise(VectorOperators.XOR, secondKey);
            hash = hash.lanewise(VectorOperators.XOR, hash.lanewise(VectorOperators.LSHR, 15))
                    .mul(DropoutMask.SECOND);
            // The last round only mixes the upper half into the lower: of the upper 24 bits, the lower 8.
            hash = hash.lanewise(VectorOperators.XOR, hash.lanewise(VectorOperators.LSHR, 16));
            VectorMask<Integer> dropped = hash.lanewise(VectorOperators.LSHR, 8).compare(VectorOperators.LT, threshold);
            fromArray(SPECIES, values, i)
                    .mul(scale)
                    .blend(0, dropped.cast(SPECIES))
                    .intoArray(results, i);
            place = place.add(COUNT);
        }
        for (; i < end; i++) {
            results[i] = mask.drops(i) ? 0 : values[i] * scale;
        }
    }
}
