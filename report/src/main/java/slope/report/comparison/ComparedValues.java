package slope.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.evaluation.Bootstrap;
import slope.evaluation.Comparison;
import slope.explain.Subgroup;

/// Scores of two models by the values of a column.
///
/// @param column its name
/// @param values one for each value, or range of numbers or dates
public record ComparedValues(String column, List<OfValue> values) {
    public ComparedValues {
        values = List.copyOf(values);
    }

    /// The rows of one value.
    ///
    /// @param value as a person writes it; none where it is missing
    /// @param rows that were scored
    /// @param scores of both models
    public record OfValue(Optional<String> value, int rows, ComparedScores scores) {}

    static ComparedValues of(ReadRows first, ReadRows second, String column, Optional<String> group, long seed) {
        List<OfValue> values = new ArrayList<>();
        for (Subgroup each : Subgroup.of(first.evaluation().rows(), column)) {
            if (!each.rows().isEmpty()) {
                int[] rows = each.rows().stream().mapToInt(row -> row).toArray();
                Comparison compared = Comparison.of(first.evaluation(rows), second.evaluation(rows));
                Bootstrap bootstrap = group.map(name ->
                                Bootstrap.ofGroups(compared.first().rows().column(name), seed))
                        .orElseGet(() -> Bootstrap.ofRows(rows.length, seed));
                values.add(new OfValue(
                        Optional.of(each.value()).filter(text -> !text.isEmpty()),
                        rows.length,
                        ComparedScores.of(compared, bootstrap, group)));
            }
        }
        return new ComparedValues(column, values);
    }
}
