package slope.target;

import java.util.List;

/// An interval of a number for each row and target column.
public final class Intervals implements PredictionSets {
    private final List<String> columns;
    private final double[] lower; // rows × columns
    private final double[] upper; // rows × columns

    /// @param columns the target columns
    /// @param lower rows × columns, row-major; copied
    /// @param upper rows × columns, row-major; copied
    public Intervals(List<String> columns, double[] lower, double[] upper) {
        if (lower.length != upper.length || lower.length % columns.size() != 0) {
            throw new IllegalArgumentException("each row needs two ends for each of %s columns".formatted(columns));
        }
        this.columns = List.copyOf(columns);
        this.lower = lower.clone();
        this.upper = upper.clone();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /// The interval of a row.
    ///
    /// @param column which of the [#columns]
    public Interval at(int row, int column) {
        int index = row * columns.size() + column;
        return new Interval(lower[index], upper[index]);
    }

    @Override
    public boolean covers(int row, int column, double actual) {
        return at(row, column).contains(actual);
    }
}
