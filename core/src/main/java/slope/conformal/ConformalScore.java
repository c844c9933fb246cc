package slope.conformal;

import java.util.List;
import slope.target.Target;

/// How ill an actual value suits a prediction: its nonconformity. The higher, the worse.
///
/// Whatever the score, the coverage is as asked for; a good one makes narrow intervals and small sets.
public sealed interface ConformalScore permits IntervalScore, LeastAmbiguousSet, AdaptiveSet {
    /// Its name for people and in model files.
    String title();

    /// A score for each target column. That of numbers is the one with the narrower intervals on rows that take
    /// no part in the quantile.
    ///
    /// @param others rows that are not among those of the quantile, predicted out of fold
    static List<ConformalScore> of(Coverage coverage, ConformalRows others) {
        return ScoreChoice.of(coverage, others);
    }

    /// Refuses a target that has not the intervals or sets that are asked for.
    ///
    /// @throws slope.table.DataException if it is a single quantile, or adaptive sets are asked for
    ///     and it is no class
    static void requireFor(Target target, CoverageChoice choice) {
        ScoreChoice.requireFor(target, choice);
    }
}
