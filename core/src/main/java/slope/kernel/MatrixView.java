package slope.kernel;

import java.util.Objects;

/// A matrix inside an array: where it stands, its shape, and how far apart its numbers are.
///
///     view.pointAt(parameters, weights.offset(), inputs, outputs)   // inputs × outputs, row-major
///     transposed.pointAtTransposed(view)                            // outputs × inputs, same numbers
///
/// A view is made once and pointed at one matrix after the other, so that naming the matrices of a
/// product allocates nothing. The number in row r and column c is
/// `values[offset + r · rowStep + c · columnStep]`.
public final class MatrixView {
    private static final float[] NOTHING = {};

    private float[] values = NOTHING;
    private float[] zeros = NOTHING; // as many as the widest matrix of zeros so far
    private int offset;
    private int rows;
    private int columns;
    private int rowStep;
    private int columnStep;

    /// A view of nothing, to be pointed at something.
    public MatrixView() {}

    /// Points at a matrix that stands row by row, without gaps.
    ///
    /// @return this view
    /// @throws IndexOutOfBoundsException if the array ends before the matrix
    public MatrixView pointAt(float[] values, int offset, int rows, int columns) {
        return pointAt(values, offset, rows, columns, columns, 1);
    }

    /// Points at any matrix.
    ///
    /// @param rowStep from a number to the one below it; 0 repeats one row
    /// @param columnStep from a number to the next of its row
    /// @return this view
    /// @throws IndexOutOfBoundsException if the array ends before the matrix
    public MatrixView pointAt(float[] values, int offset, int rows, int columns, int rowStep, int columnStep) {
        if (rows > 0 && columns > 0) {
            Objects.checkIndex(offset, values.length);
            Objects.checkIndex(offset + (rows - 1L) * rowStep + (columns - 1L) * columnStep, (long) values.length);
        }
        this.values = values;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
        return this;
    }

    /// Points at a matrix of zeros: one row, repeated. Allocates where no matrix as wide came before.
    ///
    /// @return this view
    public MatrixView pointAtZeros(int rows, int columns) {
        if (zeros.length < columns) {
            zeros = new float[columns];
        }
        return pointAt(zeros, 0, rows, columns, 0, 1);
    }

    /// Points at the numbers another view points at, rows and columns exchanged.
    ///
    /// @return this view
    public MatrixView pointAtTransposed(MatrixView other) {
        return pointAt(other.values, other.offset, other.columns, other.rows, other.columnStep, other.rowStep);
    }

    /// Where a number stands in the array.
    public int at(int row, int column) {
        return offset + row * rowStep + column * columnStep;
    }

    /// The array, not a copy.
    public float[] values() {
        return values;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int rowStep() {
        return rowStep;
    }

    public int columnStep() {
        return columnStep;
    }

    /// Checks that matrices fit each other in a product.
    ///
    /// @throws IllegalArgumentException with all shapes, if they do not
    public static void requireProduct(MatrixView left, MatrixView right, MatrixView start, MatrixView result) {
        if (left.columns != right.rows || !result.hasShape(left.rows, right.columns) || !start.hasShape(result)) {
            throw new IllegalArgumentException("a product of %s and %s, started at %s, does not fit a result of %s"
                    .formatted(left, right, start, result));
        }
    }

    private boolean hasShape(MatrixView other) {
        return hasShape(other.rows, other.columns);
    }

    private boolean hasShape(int rows, int columns) {
        return this.rows == rows && this.columns == columns;
    }

    /// Its shape, as in "3 × 4".
    @Override
    public String toString() {
        return rows + " × " + columns;
    }
}
