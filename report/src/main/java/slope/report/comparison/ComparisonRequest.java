package slope.report.comparison;

import java.util.Optional;

/// What a comparison of two models is to tell.
///
/// @param by the column by whose values scores are compared, if it is asked for
/// @param group the column whose values are groups of rows that belong together, in place of the one that the
///     trainings kept together
/// @param onTrainingRows whether rows that a model learned from are accepted
/// @param seed of the samples that are drawn
public record ComparisonRequest(Optional<String> by, Optional<String> group, boolean onTrainingRows, long seed) {
    /// All rows, none of which a model learned from.
    public static ComparisonRequest usual() {
        return new ComparisonRequest(Optional.empty(), Optional.empty(), false, 1);
    }

    public ComparisonRequest by(String column) {
        return new ComparisonRequest(Optional.of(column), group, onTrainingRows, seed);
    }

    public ComparisonRequest group(String column) {
        return new ComparisonRequest(by, Optional.of(column), onTrainingRows, seed);
    }

    /// Rows that a model learned from are accepted, and said.
    public ComparisonRequest acceptingTrainingRows() {
        return new ComparisonRequest(by, group, true, seed);
    }

    public ComparisonRequest seed(long seed) {
        return new ComparisonRequest(by, group, onTrainingRows, seed);
    }
}
