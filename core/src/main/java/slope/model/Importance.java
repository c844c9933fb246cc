package slope.model;

import java.util.List;

/// The importance of columns to a model: how much larger its loss is on rows in which the cells of a
/// column are permuted (Breiman 2001, "Random Forests", section 10).
///
/// @param metric the name of the loss
/// @param loss of the rows as they are
/// @param rows that were scored
/// @param columns in the order of the model
public record Importance(String metric, double loss, int rows, List<OfColumn> columns) {
    public Importance {
        columns = List.copyOf(columns);
    }

    /// The importance of a column, or of several that are permuted together.
    ///
    /// @param column its name
    /// @param mean of the differences of the losses over all repeats
    /// @param margin the difference of another permutation is within the mean ± this margin nine times of
    ///     ten; so is 0 for a column that says nothing
    public record OfColumn(String column, double mean, double margin) {
        public double lower() {
            return mean - margin;
        }

        public double upper() {
            return mean + margin;
        }

        /// Whether the loss is larger by more than chance.
        public boolean isClear() {
            return lower() > 0;
        }
    }
}
