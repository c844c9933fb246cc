package slope.report.prediction;

import java.util.List;
import slope.internal.table.RequiredColumns;
import slope.model.Model;

/// The columns that a model reads.
final class ReadColumns {
    private ReadColumns() {}

    /// @throws slope.table.DataException if it does not read this one
    static void require(Model model, String column) {
        RequiredColumns.requireAll(List.of(column), List.copyOf(model.columns().keySet()));
    }
}
