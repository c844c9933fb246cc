package slope.report.explanation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.explain.ColumnGroup;
import slope.explain.Wanted;

/// What is to be explained.
///
/// @param columns which ones, and how
/// @param row one row, in place of the model as a whole
/// @param output the class, label, number or quantile that text and charts are about; without one the second of two
///     classes, the class that is predicted for the row, the middle quantile, or the first
/// @param byLink whether contributions add up on the scale of the link, such as log-odds
/// @param isExact whether all orders of the columns count
/// @param seed of the rows and orders that are drawn
public record ExplanationRequest(
        Columns columns, OneRow row, Optional<String> output, boolean byLink, boolean isExact, long seed) {

    /// The model as a whole, by all rows.
    public static ExplanationRequest usual() {
        return new ExplanationRequest(
                new Columns(List.of(), List.of(), List.of(), Optional.empty()),
                new OneRow(Optional.empty(), Optional.empty(), Set.of()),
                Optional.empty(),
                false,
                false,
                1);
    }

    /// The same with other columns.
    public ExplanationRequest columns(Columns columns) {
        return new ExplanationRequest(columns, row, output, byLink, isExact, seed);
    }

    /// The same of one row.
    public ExplanationRequest row(OneRow row) {
        return new ExplanationRequest(columns, row, output, byLink, isExact, seed);
    }

    /// Columns of an explanation.
    ///
    /// @param groups that are explained as one
    /// @param dependence columns whose dependence is shown; those that matter most if none is named
    /// @param pair two columns whose dependence is shown together, or none
    /// @param by a column by whose values scores are compared
    public record Columns(List<ColumnGroup> groups, List<String> dependence, List<String> pair, Optional<String> by) {
        public Columns {
            groups = List.copyOf(groups);
            dependence = List.copyOf(dependence);
            pair = List.copyOf(pair);
        }
    }

    /// The row of an explanation.
    ///
    /// @param number from 1; none for the model as a whole
    /// @param wanted the prediction that other values should lead to; without one another class
    /// @param fixed columns that keep their value
    public record OneRow(Optional<Integer> number, Optional<Wanted> wanted, Set<String> fixed) {
        public OneRow {
            fixed = Set.copyOf(fixed);
        }
    }
}
