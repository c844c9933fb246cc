package slope.serve.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.model.TrainingRanges;
import slope.serve.metric.ModelMetrics;
import slope.serve.metric.ModelMetrics.ColumnCounts;
import slope.table.Column;
import slope.table.Table;

/// Counts the values that training did not have, by column.
final class Drift {
    /// So many columns are watched: each has three counters.
    static final int MOST_COLUMNS = 200;

    private final List<String> columns;
    private final Map<String, TrainingRanges> ranges = new HashMap<>();

    /// @param ranges of the training; only missing values are counted where there are none
    Drift(Collection<String> columns, List<TrainingRanges> ranges) {
        this.columns = columns.stream().limit(MOST_COLUMNS).toList();
        ranges.forEach(each -> this.ranges.put(each.column(), each));
    }

    void count(Table rows, ModelMetrics metrics) {
        for (String name : columns) {
            count(rows.column(name), ranges.get(name), metrics.column(name));
        }
    }

    private static void count(Column cells, @Nullable TrainingRanges seen, ColumnCounts counts) {
        for (int row = 0; row < cells.rows(); row++) {
            if (cells.isMissing(row)) {
                counts.missing();
            } else if (seen != null && !seen.includes(cells, row)) {
                if (seen instanceof TrainingRanges.Words) {
                    counts.unseen();
                } else {
                    counts.outOfRange();
                }
            }
        }
    }
}
