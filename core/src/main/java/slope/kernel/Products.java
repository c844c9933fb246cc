package slope.kernel;

import java.util.Arrays;

/// Products of matrices and sums, as [Kernels] has them.
///
/// Each number of a product is one chain of fused multiply-adds over the inner dimension in ascending
/// order: c ← fma(left, right, c). A transposed matrix is a view like any other, see [MatrixView].
public interface Products {

    /// result = left · right: each chain starts at 0.
    ///
    /// @param left rows × inner
    /// @param right inner × columns
    /// @param result rows × columns
    void multiply(MatrixView left, MatrixView right, MatrixView result);

    /// result = start + left · right: each chain starts at its number of `start`.
    ///
    /// @param left rows × inner
    /// @param right inner × columns
    /// @param start rows × columns; a view with row step 0 starts every row at the same numbers, such
    ///     as a bias. It may be the result, which the product is then added to
    /// @param result rows × columns
    void multiply(MatrixView left, MatrixView right, MatrixView start, MatrixView result);

    /// Adds the rows up: each column is one chain of additions from 0, first row first.
    ///
    /// @param values rows × columns, column step 1
    /// @param result columns
    default void sumColumns(MatrixView values, float[] result, int resultOffset) {
        Arrays.fill(result, resultOffset, resultOffset + values.columns(), 0);
        for (int row = 0; row < values.rows(); row++) {
            int start = values.at(row, 0);
            for (int column = 0; column < values.columns(); column++) {
                result[resultOffset + column] += values.values()[start + column];
            }
        }
    }

    /// The sum of all values, folded.
    default double sum(float[] values, int offset, int length) {
        return FoldedSum.of(values, offset, length);
    }

    /// The sum of left · right, folded; products of two floats are exact in a double.
    default double sumOfProducts(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        return FoldedSum.ofProducts(left, leftOffset, right, rightOffset, length);
    }
}
