package slope.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A column of numbers; a missing one is NaN.
public final class NumberColumn implements Column {
    private final String name;
    private final double[] values; // finite or NaN (missing); there may be unused ones at the end
    private final SelectedRows rows; // of the values
    private final Optional<Written> written;

    private NumberColumn(String name, double[] values, SelectedRows rows, Optional<Written> written) {
        this.name = name;
        this.values = values;
        this.rows = rows;
        this.written = written;
    }

    /// A column with a copy of these values, NaN where missing.
    ///
    /// @throws DataException if a value is infinite
    public static NumberColumn of(String name, double... values) {
        Builder builder = new Builder(name);
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    /// A column of one row.
    ///
    /// @param value finite, or NaN where missing
    static NumberColumn ofOne(String name, double value) {
        return new NumberColumn(name, new double[] {value}, SelectedRows.ONE, Optional.empty());
    }

    /// A row's number, NaN where missing.
    public double value(int row) {
        return values[rows.number(row)];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.NUMBER;
    }

    @Override
    public int rows() {
        return rows.count();
    }

    @Override
    public Optional<Written> written() {
        return written;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(value(row));
    }

    @Override
    public NumberColumn select(SelectedRows choice) {
        return new NumberColumn(name, values, rows.select(choice), written);
    }

    @Override
    public NumberColumn renamed(String name) {
        return new NumberColumn(name, values, rows, written);
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : text(value(row));
    }

    /// A number as files have it: whole numbers without ".0".
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }

    /// Builds a column value by value.
    public static final class Builder {
        private static final double[] EMPTY = new double[0];

        private final String name;
        private final int expectedRows;
        private double[] values = EMPTY; // the first size of them count
        private int size;
        private Optional<Written> written = Optional.empty();

        public Builder(String name) {
            this(name, 0);
        }

        /// @param expectedRows if they are known: a long column is then not copied again and again
        public Builder(String name, int expectedRows) {
            this.name = name;
            this.expectedRows = expectedRows;
        }

        /// The next row's value, NaN where missing.
        public void add(double value) {
            if (Double.isInfinite(value)) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "column \"%s\" has an infinite number in row %,d; networks need finite numbers",
                        name,
                        size + 1));
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, ArrayGrowth.of(size, expectedRows));
            }
            values[size++] = value;
        }

        /// The next rows' values, NaN where missing.
        ///
        /// @param values finite or NaN
        /// @param count of the rows; there may be unused values at the end
        public void addAll(double[] values, int count) {
            if (size + count > this.values.length) {
                this.values = Arrays.copyOf(this.values, Math.max(size + count, ArrayGrowth.of(size, expectedRows)));
            }
            System.arraycopy(values, 0, this.values, size, count);
            size += count;
        }

        /// Sets how text wrote the numbers.
        public Builder written(Written written) {
            this.written = Optional.of(written);
            return this;
        }

        /// The column. The builder is empty afterwards, so that a long column is not held twice.
        public NumberColumn build() {
            double[] all = ArrayGrowth.isFull(values.length, size) ? values : Arrays.copyOf(values, size);
            SelectedRows rows = SelectedRows.all(size);
            values = EMPTY;
            size = 0;
            return new NumberColumn(name, all, rows, written);
        }
    }
}
