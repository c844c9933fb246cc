package slope.model;

import java.util.List;
import java.util.stream.Collectors;

/// Rows that meet some conditions, and the mean loss of a model on them.
///
/// @param conditions all of which the rows meet, at least one
/// @param rows that were scored
/// @param loss their mean loss
/// @param margin the mean loss of all such rows is within [#loss] ± this margin with 95 % confidence
public record Slice(List<Condition> conditions, int rows, double loss, double margin) {
    public Slice {
        conditions = List.copyOf(conditions);
    }

    public double lower() {
        return loss - margin;
    }

    public double upper() {
        return loss + margin;
    }

    /// For people, such as `age ≥ 50 and region is north`.
    public String text() {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }
}
