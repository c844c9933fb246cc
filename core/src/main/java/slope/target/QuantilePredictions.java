package slope.target;

import java.util.Arrays;
import java.util.List;
import slope.metric.ScoredRows;
import slope.table.NumberColumn;

/// Quantiles of a number for each row. They never cross: each row's are in ascending order.
public final class QuantilePredictions implements Predictions {
    private final List<Double> levels;
    private final NamedValues values; // of each level

    /// @param column what is predicted
    /// @param levels the quantile levels, ascending
    /// @param values rows × levels, row-major, in any order within a row; copied
    public QuantilePredictions(String column, List<Double> levels, double[] values) {
        this.levels = List.copyOf(levels);
        double[] ascending = values.clone();
        for (int start = 0; start < ascending.length; start += levels.size()) {
            // Sorted, because a network may give a higher number for a lower level. Sorting never
            // makes them worse
            // (Chernozhukov, Fernández-Val and Galichon 2010, "Quantile and probability curves without crossing").
            Arrays.sort(ascending, start, start + levels.size());
        }
        this.values = new NamedValues(
                levels.stream()
                        .map(level -> column + "_" + NumberColumn.text(level))
                        .toList(),
                ascending);
    }

    /// The quantile levels.
    public List<Double> levels() {
        return levels;
    }

    @Override
    public int rows() {
        return values.rows();
    }

    @Override
    public List<String> names() {
        return values.names();
    }

    @Override
    public boolean isFinite(int row) {
        return values.isFinite(row);
    }

    @Override
    public double value(int row, int level) {
        return values.at(row, level);
    }

    @Override
    public double value(int row, String name) {
        return values.at(row, name);
    }

    @Override
    public String text(int row, int index) {
        return Double.toString(value(row, index));
    }

    @Override
    public ScoredRows against(double[] actual, double[] weights) {
        return ScoredRows.ofQuantiles(values.array(), levels, actual, weights);
    }

    @Override
    public String toString() {
        return NamedValues.head(this);
    }
}
