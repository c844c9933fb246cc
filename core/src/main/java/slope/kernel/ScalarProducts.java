package slope.kernel;

/// [Products] in plain Java, the matrix product in a shape the just-in-time compiler turns into vector
/// code.
///
/// Each number of the result is the chain that [Products] prescribes; only the order among the
/// chains is chosen here: all of a result's row take one step (or four) together. The compiler
/// makes vectors of such a loop only where it can see that the array it writes is not one it reads
/// at another index, and two arrays with offsets of their own leave that open. So the loops below
/// see arrays that all start at 0: copies of some rows of the right matrix, and a copy of the row
/// of the result that is being built. Measured on Zen 4 with 256-bit vectors: about 25 GFLOP/s with
/// the copies, about 6 without.
final class ScalarProducts implements Products {
    /// Rows of the right matrix that are copied at a time: 64 rows of 128 numbers fill a
    /// first-level cache of 32 KiB, of 4096 numbers a second-level cache of 1 MiB. Of 32, 64 and
    /// 128 the fastest, by little.
    private static final int BLOCK = 64;

    private float[][] rightRows = new float[BLOCK][0]; // BLOCK × at least columns
    private float[] resultRow = new float[0]; // at least columns
    private final MatrixView zeros = new MatrixView();

    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView result) {
        multiply(left, right, zeros.pointAtZeros(result.rows(), result.columns()), result);
    }

    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView start, MatrixView result) {
        MatrixView.requireProduct(left, right, start, result);
        int rows = result.rows();
        int columns = result.columns();
        int inner = left.columns();
        reserve(columns);
        // At least one block, so that a result without a product becomes its start.
        for (int block = 0; block < Math.max(inner, 1); block += BLOCK) {
            int blockEnd = Math.min(block + BLOCK, inner);
            for (int index = block; index < blockEnd; index++) {
                copyRow(right, index, rightRows[index - block]);
            }
            MatrixView from = block == 0 ? start : result;
            for (int row = 0; row < rows; row++) {
                copyRow(from, row, resultRow);
                addRows(left.values(), left.at(row, block), left.columnStep(), blockEnd - block, columns);
                System.arraycopy(resultRow, 0, result.values(), result.at(row, 0), columns);
            }
        }
    }

    private void reserve(int columns) {
        if (resultRow.length < columns) {
            resultRow = new float[columns];
            rightRows = new float[BLOCK][columns];
        }
    }

    private static void copyRow(MatrixView matrix, int row, float[] copy) {
        int columns = matrix.columns();
        int at = matrix.at(row, 0);
        int step = matrix.columnStep();
        if (step == 1) {
            System.arraycopy(matrix.values(), at, copy, 0, columns);
        } else {
            float[] values = matrix.values();
            for (int column = 0; column < columns; column++, at += step) {
                copy[column] = values[at];
            }
        }
    }

    /// Adds the copied rows to the result's row, each times its number of the left matrix. Four at
    /// a time, so that the result's row is loaded and stored once for four steps of its chains.
    private void addRows(float[] left, int leftStart, int leftStep, int count, int columns) {
        int index = 0;
        int at = leftStart;
        for (; index + 4 <= count; index += 4, at += 4 * leftStep) {
            addFourRows(
                    left[at],
                    left[at + leftStep],
                    left[at + 2 * leftStep],
                    left[at + 3 * leftStep],
                    rightRows[index],
                    rightRows[index + 1],
                    rightRows[index + 2],
                    rightRows[index + 3],
                    resultRow,
                    columns);
        }
        for (; index < count; index++, at += leftStep) {
            addRow(left[at], rightRows[index], resultRow, columns);
        }
    }

    private static void addFourRows(
            float factor0,
            float factor1,
            float factor2,
            float factor3,
            float[] row0,
            float[] row1,
            float[] row2,
            float[] row3,
            float[] sums,
            int columns) {
        for (int column = 0; column < columns; column++) {
            float sum = Math.fma(factor0, row0[column], sums[column]);
            sum = Math.fma(factor1, row1[column], sum);
            sum = Math.fma(factor2, row2[column], sum);
            sums[column] = Math.fma(factor3, row3[column], sum);
        }
    }

    private static void addRow(float factor, float[] row, float[] sums, int columns) {
        for (int column = 0; column < columns; column++) {
            sums[column] = Math.fma(factor, row[column], sums[column]);
        }
    }
}
