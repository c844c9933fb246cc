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
import slope.kernel.Elementwise;
import slope.kernel.ElementwiseFunction;

/// Operations number by number over the Vector API.
///
/// Every loop has the same parts: a main loop of whole vectors, then the remainder number by number,
/// where that is possible by the plain loop itself.
final class VectorElementwise implements Elementwise {

    @Override
    public void apply(
            ElementwiseFunction function, float parameter, float[] inputs, float[] outputs, int offset, int length) {
        int end = offset + length;
        int done = VectorActivations.apply(function, parameter, inputs, outputs, offset, end);
        if (done < end) {
            Elementwise.super.apply(function, parameter, inputs, outputs, done, end - done);
        }
    }

    @Override
    public void multiplyByDerivative(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int offset, int length) {
        int end = offset + length;
        int done = VectorDerivatives.multiplyByDerivative(function, parameter, taken, gradient, offset, end);
        if (done < end) {
            Elementwise.super.multiplyByDerivative(function, parameter, taken, gradient, done, end - done);
        }
    }

    @Override
    public void multiplyEach(
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
        Elementwise.super.multiplyEach(
                values, valuesOffset + i, factors, factorsOffset + i, results, resultsOffset + i, length - i);
    }

    @Override
    public void addProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, float[] sums, int sumsOffset, int length) {
        int i = 0;
        for (; i + COUNT <= length; i += COUNT) {
            fromArray(SPECIES, left, leftOffset + i)
                    .fma(fromArray(SPECIES, right, rightOffset + i), fromArray(SPECIES, sums, sumsOffset + i))
                    .intoArray(sums, sumsOffset + i);
        }
        Elementwise.super.addProducts(left, leftOffset + i, right, rightOffset + i, sums, sumsOffset + i, length - i);
    }

    @Override
    public void interpolate(
            float[] values,
            int valuesOffset,
            float[] functions,
            float[] results,
            int offset,
            float[] factors,
            int factorsOffset,
            int rows,
            int columns,
            int stride) {
        for (int row = 0; row < rows; row++) {
            int at = offset + row * stride;
            int from = valuesOffset + row * stride;
            int i = 0;
            for (; i + COUNT <= columns; i += COUNT) {
                FloatVector z = fromArray(SPECIES, values, from + i);
                FloatVector difference = fromArray(SPECIES, functions, at + i).sub(z);
                fromArray(SPECIES, factors, factorsOffset + i)
                        .fma(difference, z)
                        .intoArray(results, at + i);
            }
            for (; i < columns; i++) {
                float z = values[from + i];
                results[at + i] = Math.fma(factors[factorsOffset + i], functions[at + i] - z, z);
            }
        }
    }

    @Override
    public void addInterpolationGradient(
            float[] gradient,
            float[] functions,
            int offset,
            float[] values,
            int valuesOffset,
            float[] sums,
            int sumsOffset,
            int rows,
            int columns,
            int stride) {
        for (int row = 0; row < rows; row++) {
            int at = offset + row * stride;
            int from = valuesOffset + row * stride;
            int i = 0;
            for (; i + COUNT <= columns; i += COUNT) {
                FloatVector difference =
                        fromArray(SPECIES, functions, at + i).sub(fromArray(SPECIES, values, from + i));
                fromArray(SPECIES, gradient, at + i)
                        .fma(difference, fromArray(SPECIES, sums, sumsOffset + i))
                        .intoArray(sums, sumsOffset + i);
            }
            for (; i < columns; i++) {
                float difference = functions[at + i] - values[from + i];
                sums[sumsOffset + i] = Math.fma(gradient[at + i], difference, sums[sumsOffset + i]);
            }
        }
    }

    @Override
    public void scaleAndShift(
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
        Elementwise.super.scaleAndShift(
                values, valuesOffset + i, factor, summand, results, resultsOffset + i, length - i);
    }

    @Override
    public void dropout(
            float[] values, float[] results, int offset, int rows, int columns, int stride, DropoutMask mask) {
        float scale = mask.scale();
        int threshold = mask.threshold();
        for (int row = 0; row < rows; row++) {
            int i = offset + row * stride;
            int end = i + columns;
            IntVector secondKey = IntVector.broadcast(WHOLES, mask.secondKey());
            IntVector place = IntVector.broadcast(WHOLES, i + mask.firstKey()).addIndex(1);
            for (; i + COUNT <= end; i += COUNT) {
                IntVector hash = place.lanewise(VectorOperators.XOR, place.lanewise(VectorOperators.LSHR, 16))
                        .mul(DropoutMask.FIRST)
                        .lanewise(VectorOperators.XOR, secondKey);
                hash = hash.lanewise(VectorOperators.XOR, hash.lanewise(VectorOperators.LSHR, 15))
                        .mul(DropoutMask.SECOND);
                // The last round only mixes the upper half into the lower: of the upper 24 bits, the lower 8.
                hash = hash.lanewise(VectorOperators.XOR, hash.lanewise(VectorOperators.LSHR, 16));
                VectorMask<Integer> dropped =
                        hash.lanewise(VectorOperators.LSHR, 8).compare(VectorOperators.LT, threshold);
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
}
