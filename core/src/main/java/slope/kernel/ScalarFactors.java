package slope.kernel;

/// The operations of [ScalarKernels] that multiply along rows, in float arithmetic operation by
/// operation as written here.
final class ScalarFactors {
    private ScalarFactors() {}

    static void multiplyEach(
            float[] values,
            int valuesOffset,
            float[] factors,
            int factorsOffset,
            float[] results,
            int resultsOffset,
            int length) {
        for (int i = 0; i < length; i++) {
            results[resultsOffset + i] = values[valuesOffset + i] * factors[factorsOffset + i];
        }
    }

    static void addProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, float[] sums, int sumsOffset, int length) {
        for (int i = 0; i < length; i++) {
            sums[sumsOffset + i] = Math.fma(left[leftOffset + i], right[rightOffset + i], sums[sumsOffset + i]);
        }
    }

    static void blend(float[] values, float[] differences, int offset, float[] factors, int factorsOffset, int length) {
        for (int i = 0; i < length; i++) {
            int at = offset + i;
            differences[at] -= values[at];
            values[at] = Math.fma(factors[factorsOffset + i], differences[at], values[at]);
        }
    }

    static void multiplyByBlendSlope(
            float[] slopes, float[] gradient, int offset, float[] factors, int factorsOffset, int length) {
        for (int i = 0; i < length; i++) {
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
        for (int i = 0; i < length; i++) {
            results[resultsOffset + i] = Math.fma(factor, values[valuesOffset + i], summand);
        }
    }

    static void drop(float[] values, float[] results, int offset, int length, DropoutMask mask) {
        for (int i = offset; i < offset + length; i++) {
            results[i] = mask.drops(i) ? 0 : values[i] * mask.scale();
        }
    }
}
