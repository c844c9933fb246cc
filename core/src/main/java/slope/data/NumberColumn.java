package slope.data;

import java.util.Arrays;

/// Numbers; a missing one is kept as NaN.
public final class NumberColumn implements Column {
    private final String name;
    private final double[] values; // one per row, finite or NaN (missing)

    private NumberColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
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

    /// A row's number, NaN where missing.
    public double value(int row) {
        return values[row];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public NumberColumn select(int[] rows) {
        double[] selected = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            selected[index] = values[rows[index]];
        }
        return new NumberColumn(name, selected);
    }

    @Override
    public NumberColumn renamed(String name) {
        return new NumberColumn(name, values);
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : text(values[row]);
    }

    /// A number as files have it: whole numbers without ".0".
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// Gathers a column value by value.
    public static final class Builder {
        private static final double[] EMPTY = new double[0];

        private final String name;
        private double[] values = EMPTY; // the first size of them count
        private int size;

        public Builder(String name) {
            this.name = name;
        }

        /// The next row's value, NaN where missing.
        public void add(double value) {
            if (Double.isInfinite(value)) {
                throw new DataException("column \"%s\" has an infinite number in row %,d; networks need finite numbers"
                        .formatted(name, size + 1));
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.max(16, size + (size >> 1)));
            }
            values[size++] = value;
        }

        /// The column. The builder is empty afterwards, so that a long column is not held twice.
        public NumberColumn build() {
            NumberColumn column = new NumberColumn(name, Arrays.copyOf(values, size));
            values = EMPTY;
            size = 0;
            return column;
        }
    }
}
