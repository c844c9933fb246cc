package slope.report.model;

import java.util.List;
import slope.conformal.SplitConformal;
import slope.evaluation.ReachedCoverage;
import slope.evaluation.SetEvaluation;
import slope.evaluation.SetSizes;
import slope.model.Model;

/// How the intervals or sets of a target column did on rows with known values. Each row counts once.
///
/// @param column the target column
/// @param leastByChance the lowest share of all rows that chance explains in 95 of 100 samples of rows like those that
///     they are made of
/// @param all the share of all rows that they hold
/// @param classes the share of each class's rows; empty for numbers
/// @param groups the share of each group's rows, where the model has groups
/// @param sizes how large they are
public record CoverageFacts(
        String column, double leastByChance, Reached all, List<Reached> classes, List<Reached> groups, SetSizes sizes) {
    public CoverageFacts {
        classes = List.copyOf(classes);
        groups = List.copyOf(groups);
    }

    /// The share of some rows that are covered.
    ///
    /// @param of the class or group
    /// @param rows how many there are
    /// @param covered how many of them are covered
    /// @param share of them
    /// @param lower the lower end of its 95 % interval
    /// @param upper the upper end of its 95 % interval
    public record Reached(String of, int rows, int covered, double share, double lower, double upper) {
        public static Reached of(ReachedCoverage reached) {
            return new Reached(
                    reached.of(), reached.rows(), reached.covered(), reached.share(), reached.lower(), reached.upper());
        }
    }

    /// One for each target column of a model; none if it has no intervals and no sets.
    ///
    /// @param sets of some rows, by the model
    public static List<CoverageFacts> of(Model model, List<SetEvaluation> sets) {
        return model.conformal()
                .map(conformal -> sets.stream().map(each -> of(conformal, each)).toList())
                .orElse(List.of());
    }

    private static CoverageFacts of(SplitConformal conformal, SetEvaluation sets) {
        int rows = conformal.quantiles().getFirst().rows();
        return new CoverageFacts(
                sets.column(),
                sets.all().leastByChance(conformal.coverage().value(), rows),
                Reached.of(sets.all()),
                sets.classes().stream().map(Reached::of).toList(),
                sets.groups().stream().map(Reached::of).toList(),
                sets.sizes());
    }

    /// Whether fewer rows are covered than chance explains.
    public boolean isBelowChance() {
        return all.share() < leastByChance;
    }
}
