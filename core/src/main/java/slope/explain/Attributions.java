package slope.explain;

import java.util.List;

/// How columns move the predictions of some rows.
///
/// @param outputs the name of each predicted number
/// @param groups the columns
/// @param link the scale on which contributions add up
/// @param base what contributions add up from
/// @param rows one for each explained row
public record Attributions(
        List<String> outputs, List<ColumnGroup> groups, OutputLink link, Base base, List<Attribution> rows) {
    public Attributions {
        outputs = List.copyOf(outputs);
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
    }

    /// What contributions add up from.
    ///
    /// @param backgroundRows how many rows the columns that are left out are taken from
    /// @param predictions their mean prediction, for each output
    /// @param isExact whether every order of the columns counts, not a draw of them
    public record Base(int backgroundRows, List<Double> predictions, boolean isExact) {
        public Base {
            predictions = List.copyOf(predictions);
        }
    }

    /// The mean size of a group's contributions to an output.
    public double meanSize(int group, int output) {
        return rows.stream()
                .mapToDouble(row -> Math.abs(row.contribution(group, output)))
                .average()
                .orElse(0);
    }
}
