package slope.reference;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// A table of numbers in double precision that never changes, so that formulas can be written as
/// formulas.
///
/// Rows are examples (or a layer's inputs), columns are units. Operations check that shapes fit and
/// add up in order, first to last, so the same numbers give the same bits on every machine.
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values; // rows × columns, row-major, never written after construction

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// A copy of the given rows.
    ///
    /// @throws IllegalArgumentException if there is no row, no column, or rows differ in length
    public static Matrix of(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("a matrix needs at least 1 row and 1 column");
        }
        int columns = rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != columns) {
                throw new IllegalArgumentException("row %s of a matrix has %s numbers, the first has %s"
                        .formatted(row + 1, rows[row].length, columns));
            }
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /// A matrix with a copy of the given numbers.
    ///
    /// @param values rows × columns, row-major
    public static Matrix of(int rows, int columns, double... values) {
        if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "%s numbers do not make a matrix of %s × %s".formatted(values.length, rows, columns));
        }
        return new Matrix(rows, columns, values.clone());
    }

    /// A matrix of zeros in another's shape.
    static Matrix zerosLike(Matrix other) {
        return new Matrix(other.rows, other.columns, new double[other.values.length]);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// One number, counted from 0.
    public double at(int row, int column) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column %s of a %s matrix".formatted(column, shape()));
        }
        return values[row * columns + column];
    }

    /// The product: element (r, c) is Σ_k this(r, k) · other(k, c), added from the first k to the
    /// last.
    ///
    /// @param other columns × any
    public Matrix times(Matrix other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException(
                    "a %s matrix cannot be multiplied by a %s one".formatted(shape(), other.shape()));
        }
        double[] product = new double[rows * other.columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < other.columns; column++) {
                double sum = 0;
                for (int inner = 0; inner < columns; inner++) {
                    sum += values[row * columns + inner] * other.values[inner * other.columns + column];
                }
                product[row * other.columns + column] = sum;
            }
        }
        return new Matrix(rows, other.columns, product);
    }

    /// Rows become columns.
    public Matrix transposed() {
        double[] turned = new double[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return new Matrix(columns, rows, turned);
    }

    /// Each number plus its counterpart.
    public Matrix plus(Matrix other) {
        return combine(other, (left, right) -> left + right);
    }

    /// Each number minus its counterpart.
    public Matrix minus(Matrix other) {
        return combine(other, (left, right) -> left - right);
    }

    /// Each number times its counterpart (not the matrix product).
    public Matrix timesEach(Matrix other) {
        return combine(other, (left, right) -> left * right);
    }

    /// Each number times a factor.
    public Matrix scaled(double factor) {
        return map(value -> value * factor);
    }

    /// Each number with its sign turned around; zero stays plain zero.
    public Matrix negated() {
        return map(value -> 0 - value);
    }

    /// Each row plus the same row.
    ///
    /// @param row 1 × columns
    public Matrix plusToEachRow(Matrix row) {
        if (row.rows != 1 || row.columns != columns) {
            throw new IllegalArgumentException(
                    "a %s matrix cannot be added to each row of a %s one".formatted(row.shape(), shape()));
        }
        double[] sums = new double[values.length];
        for (int index = 0; index < sums.length; index++) {
            sums[index] = values[index] + row.values[index % columns];
        }
        return new Matrix(rows, columns, sums);
    }

    /// The sum of all rows, 1 × columns, added from the first row to the last.
    public Matrix sumOfRows() {
        double[] sums = new double[columns];
        for (int index = 0; index < values.length; index++) {
            sums[index % columns] += values[index];
        }
        return new Matrix(1, columns, sums);
    }

    /// The sum of all numbers, added row by row.
    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /// A function of each number.
    public Matrix map(DoubleUnaryOperator function) {
        double[] mapped = new double[values.length];
        for (int index = 0; index < mapped.length; index++) {
            mapped[index] = function.applyAsDouble(values[index]);
        }
        return new Matrix(rows, columns, mapped);
    }

    /// A function of each number and its counterpart.
    public Matrix combine(Matrix other, DoubleBinaryOperator function) {
        requireSameShape(other);
        double[] combined = new double[values.length];
        for (int index = 0; index < combined.length; index++) {
            combined[index] = function.applyAsDouble(values[index], other.values[index]);
        }
        return new Matrix(rows, columns, combined);
    }

    /// Whether every number is finite.
    boolean isFinite() {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// One row, 1 × columns.
    Matrix row(int row) {
        return new Matrix(1, columns, Arrays.copyOfRange(values, row * columns, (row + 1) * columns));
    }

    /// A copy of all numbers, row-major.
    public double[] toArray() {
        return values.clone();
    }

    /// A copy, one array for each row.
    public double[][] toRows() {
        double[][] copy = new double[rows][];
        for (int row = 0; row < rows; row++) {
            copy[row] = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
        }
        return copy;
    }

    /// Same shape, and the same numbers bit for bit.
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix
                && rows == matrix.rows
                && columns == matrix.columns
                && Arrays.equals(values, matrix.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(toRows());
    }

    private void requireSameShape(Matrix other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("a %s matrix does not fit a %s one".formatted(shape(), other.shape()));
        }
    }

    private String shape() {
        return rows + " × " + columns;
    }
}
