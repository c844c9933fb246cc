package slope.report.model;

import java.util.List;
import java.util.Optional;
import slope.conformal.SplitConformal;
import slope.evaluation.ReachedCoverage;
import slope.evaluation.SetEvaluation;
import slope.evaluation.SetSizes;
import slope.model.Model;

/// How the intervals or sets of a target column did on rows with known values. Each row counts once.
///
/// @param column the target column
/// @param asked the share of rows that they were to hold
/// @param all the share of all rows that they hold
/// @param classes the share of each class's rows; empty for numbers
/// @param groups the share of each group's rows, where the model has groups
/// @param sizes how large they are
public record CoverageFacts(
        String column,
        double asked,
        Reached all,
        List<Reached> classes,
        List<Reached> groups,
        SetSizes sizes) {
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
        private static Reached of(ReachedCoverage reached) {
            return new Reached(
                    reached.of(),
                    reached.rows(),
                    reached.covered(),
                    reached.share(),
                    reached.lower(),
                    reached.upper());
        }
    }

    /// One for each target column of a model; none if it has no intervals and no sets.
    ///
    /// @param sets of some rows, by the model
    public static List<CoverageFacts> of(Model model, List<SetEvaluation> sets) {
        Optional<SplitConformal> conformal = model.conformal();
        return sets.stream()
                .map(each -> of(conformal.orElseThrow().coverage().value(), each))
                .toList();
    }

    private static CoverageFacts of(double asked, SetEvaluation sets) {
        return new CoverageFacts(
                sets.column(),
                asked,
                Reached.of(sets.all()),
                sets.classes().stream().map(Reached::of).toList(),
                sets.groups().stream().map(Reached::of).toList(),
                sets.sizes());
    }
}
