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

    static void blend(
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
            for (int i = 0; i < columns; i++) {
                int at = row * stride + i;
                float z = values[valuesOffset + at];
                results[offset + at] = Math.fma(factors[factorsOffset + i], functions[offset + at] - z, z);
            }
        }
    }

    static void addBlendProducts(
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
            for (int i = 0; i < columns; i++) {
                int at = row * stride + i;
                float difference = functions[offset + at] - values[valuesOffset + at];
                sums[sumsOffset + i] = Math.fma(gradient[offset + at], difference, sums[sumsOffset + i]);
            }
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

    static void drop(float[] values, float[] results, int offset, int rows, int columns, int stride, DropoutMask mask) {
        for (int row = 0; row < rows; row++) {
            int start = offset + row * stride;
            for (int i = start; i < start + columns; i++) {
                results[i] = mask.drops(i) ? 0 : values[i] * mask.scale();
            }
        }
    }
}
