package slope.report.prediction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.model.Model;
import slope.report.json.Report;
import slope.report.table.ProfiledColumn;
import slope.table.Column;
import slope.table.Table;

/// The columns that a model reads, as its training rows have them.
///
/// @param columns in the model's order
/// @param typical a row of medians and most frequent values; null where most rows have none
public record InputsReport(List<ProfiledColumn> columns, Map<String, Object> typical) implements Report {
    public InputsReport {
        columns = List.copyOf(columns);
    }

    /// The columns of a model.
    ///
    /// @param training rows with them
    public static InputsReport of(Model model, Table training) {
        List<ProfiledColumn> columns = model.columns().keySet().stream()
                .map(training::column)
                .map(ProfiledColumn::of)
                .toList();
        Map<String, Object> typical = new LinkedHashMap<>();
        columns.forEach(column -> typical.put(column.name(), typical(column, training.column(column.name()))));
        return new InputsReport(columns, typical);
    }

    /// NaN, which JSON has not, where most rows lack a value.
    private static Object typical(ProfiledColumn profile, Column column) {
        if (2 * profile.missing() > column.rows()) {
            return Double.NaN;
        }
        return profile.spread()
                .map(ProfiledColumn.Spread::median)
                .or(() -> profile.levels()
                        .filter(levels -> !levels.isEmpty())
                        .map(levels -> levels.getFirst().text()))
                .orElse(Double.NaN);
    }

    @Override
    public String report() {
        return "inputs";
    }

    @Override
    public int version() {
        return 1;
    }
}
