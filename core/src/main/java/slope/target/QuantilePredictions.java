package slope.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;
import slope.table.NumberColumn;

/// Quantiles of a number for each row. They never cross: each row's are in ascending order.
public final class QuantilePredictions extends Predictions {
    private final List<Double> levels;

    /// @param column what is predicted
    /// @param levels the quantile levels, ascending
    /// @param values rows × levels, row-major, in any order within a row; copied
    public QuantilePredictions(String column, List<Double> levels, double[] values) {
        this(names(column, levels), levels, values, Optional.empty());
    }

    private QuantilePredictions(
            List<String> names, List<Double> levels, double[] values, Optional<PredictionSets> sets) {
        super(names, values, sets);
        this.levels = List.copyOf(levels);
        for (int start = 0; start < values.length; start += levels.size()) {
            // Sorted, because a network may give a higher number for a lower level. Sorting never
            // makes them worse
            // (Chernozhukov, Fernández-Val and Galichon 2010, "Quantile and probability curves without crossing").
            Arrays.sort(array(), start, start + levels.size());
        }
    }

    private static List<String> names(String column, List<Double> levels) {
        return levels.stream()
                .map(level -> column + "_" + NumberColumn.text(level))
                .toList();
    }

    @Override
    public QuantilePredictions with(PredictionSets sets) {
        return new QuantilePredictions(outputs(), levels, array(), Optional.of(sets));
    }

    @Override
    Form form() {
        return Form.QUANTILES;
    }

    /// The quantile levels.
    public List<Double> levels() {
        return levels;
    }

    @Override
    public ScoredRows against(double[] actual, double[] weights) {
        return ScoredRows.ofQuantiles(array(), levels, actual, weights);
    }
}
