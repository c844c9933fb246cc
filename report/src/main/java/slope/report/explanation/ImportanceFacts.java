package slope.report.explanation;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import slope.model.Importance;

/// The importance of columns by permutation.
///
/// @param of the rows that it is measured on
/// @param metric the loss that grows
/// @param loss of the rows as they are
/// @param rows that were scored
/// @param columns by name, or the name of their group; those that matter most first
public record ImportanceFacts(Source of, String metric, double loss, int rows, Map<String, ColumnImportance> columns) {
    public ImportanceFacts {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// Rows that importance is measured on.
    public enum Source {
        /// The rows that were given.
        THESE_ROWS,
        /// The rows that were given, which the model learned from.
        TRAINING_ROWS,
        /// The training table, each row predicted by networks that did not learn from it; kept in the model.
        OUT_OF_FOLD
    }

    /// The importance of a column.
    ///
    /// @param mean by how much the loss is larger with the column permuted
    /// @param lower end of the interval in which another permutation is nine times of ten
    /// @param upper end of it
    public record ColumnImportance(double mean, double lower, double upper) {}

    /// The columns that matter most first.
    public static ImportanceFacts of(Source source, Importance importance) {
        Map<String, ColumnImportance> columns = new LinkedHashMap<>();
        importance.columns().stream()
                .sorted(Comparator.comparingDouble(Importance.OfColumn::mean).reversed())
                .forEach(each ->
                        columns.put(each.column(), new ColumnImportance(each.mean(), each.lower(), each.upper())));
        return new ImportanceFacts(source, importance.metric(), importance.loss(), importance.rows(), columns);
    }
}
