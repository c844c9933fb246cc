package slope.kernel;

/// Operations number by number, as [Kernels] has them: activations, factors, dropout.
///
/// The loops here are the definition, in float arithmetic operation by operation as written; those of a
/// function stand in [ElementwiseFunction].
public interface Elementwise {

    /// outputs = function(inputs); both may be the same array.
    ///
    /// @param parameter the function's own number, see [ElementwiseFunction]
    default void apply(
            ElementwiseFunction function, float parameter, float[] inputs, float[] outputs, int offset, int length) {
        function.apply(parameter, inputs, outputs, offset, offset + length);
    }

    /// gradient ← gradient · function′.
    ///
    /// @param taken what the derivative is taken of: the function's outputs or its inputs, as
    ///     [ElementwiseFunction#derivativeOf] says
    default void multiplyByDerivative(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int offset, int length) {
        function.multiplyByDerivative(parameter, taken, gradient, offset, offset + length);
    }

    /// results = values · factors.
    default void multiplyEach(
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

    /// sums ← sums + left · right, fused.
    default void addProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, float[] sums, int sumsOffset, int length) {
        for (int i = 0; i < length; i++) {
            sums[sumsOffset + i] = Math.fma(left[leftOffset + i], right[rightOffset + i], sums[sumsOffset + i]);
        }
    }

    /// results = factor · values + summand, fused.
    default void scaleAndShift(
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

    /// Interpolates between z and f(z), for some columns of some rows: results = z + α · (f(z) − z), fused.
    ///
    /// @param values z
    /// @param functions f(z), from `offset` on like the results, which may be the same array
    /// @param factors α, one for each column
    /// @param stride from each row to the next in all arrays but the factors
    default void interpolate(
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

    /// sums ← sums + g · (f(z) − z), the product fused, one row after the other: the gradient with respect
    /// to α.
    ///
    /// @param gradient g, with respect to the results of [#interpolate], from `offset` on like the functions
    /// @param functions f(z)
    /// @param values z
    /// @param sums one for each column
    /// @param stride from each row to the next in all arrays but the sums
    default void addInterpolationGradient(
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

    /// Each number of some columns of some rows becomes 0 or `scale` times itself, as [DropoutMask] has
    /// it for its place.
    ///
    /// @param values may be the results
    /// @param offset of both arrays, and the first number's place
    /// @param stride from each row to the next
    default void dropout(
            float[] values, float[] results, int offset, int rows, int columns, int stride, DropoutMask mask) {
        for (int row = 0; row < rows; row++) {
            int start = offset + row * stride;
            for (int i = start; i < start + columns; i++) {
                results[i] = mask.drops(i) ? 0 : values[i] * mask.scale();
            }
        }
    }
}
