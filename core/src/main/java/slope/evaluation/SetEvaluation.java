package slope.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import slope.conformal.GroupQuantiles;
import slope.conformal.SplitConformal;
import slope.model.Model;
import slope.table.Table;
import slope.target.ClassSets;
import slope.target.PredictionSets;
import slope.target.Predictions;

/// The intervals or sets of a target column on rows with known values. Each row counts once.
///
/// @param column the target column
/// @param all the coverage of all rows
/// @param classes that of the rows of each class; empty for numbers
/// @param groups that of each group that the model has a quantile for, and of the other rows together; empty if it
///     has no groups
/// @param sizes how large they are
public record SetEvaluation(
        String column,
        ReachedCoverage all,
        List<ReachedCoverage> classes,
        List<ReachedCoverage> groups,
        SetSizes sizes) {
    /// What rows of no group are called.
    public static final String OTHERS = "all others";

    private static final String ALL = "all rows";

    public SetEvaluation {
        classes = List.copyOf(classes);
        groups = List.copyOf(groups);
    }

    /// One for each target column; empty if the model has no intervals and no sets.
    ///
    /// @param predictions of the rows, by the model
    /// @param rows with the target columns and that of the groups
    public static List<SetEvaluation> of(Model model, Predictions predictions, Table rows) {
        return model.conformal()
                .map(conformal -> of(
                        conformal,
                        predictions.sets().orElseThrow(),
                        model.target().actual(rows),
                        rows))
                .orElse(List.of());
    }

    private static List<SetEvaluation> of(SplitConformal conformal, PredictionSets sets, double[] actual, Table rows) {
        int[] groups = conformal.groupsOf(rows);
        int columns = sets.columns().size();
        List<SetEvaluation> all = new ArrayList<>();
        for (int index = 0; index < columns; index++) {
            int column = index;
            boolean[] covered = new boolean[rows.rows()];
            for (int row = 0; row < covered.length; row++) {
                covered[row] = sets.covers(row, column, actual[row * columns + column]);
            }
            all.add(new SetEvaluation(
                    sets.columns().get(column),
                    reached(covered, row -> ALL).getFirst(),
                    sets instanceof ClassSets classes
                            ? reached(covered, row -> classes.classes(column).get((int) actual[row * columns + column]))
                            : List.of(),
                    conformal
                            .groups()
                            .map(by -> reached(covered, row -> name(by, groups[row])))
                            .orElse(List.of()),
                    SetSizes.of(sets, column, rows.rows())));
        }
        return all;
    }

    private static String name(GroupQuantiles by, int group) {
        return group == 0 ? OTHERS : by.groups().get(group - 1).level().name();
    }

    /// By name, in alphabetical order, the others last.
    private static List<ReachedCoverage> reached(boolean[] covered, IntFunction<String> name) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (int row = 0; row < covered.length; row++) {
            int[] count = counts.computeIfAbsent(name.apply(row), first -> new int[2]);
            count[0]++;
            count[1] += covered[row] ? 1 : 0;
        }
        List<ReachedCoverage> reached = new ArrayList<>();
        counts.forEach((of, count) -> reached.add(new ReachedCoverage(of, count[0], count[1])));
        reached.sort((one, other) -> one.of().equals(OTHERS)
                ? 1
                : other.of().equals(OTHERS) ? -1 : one.of().compareTo(other.of()));
        return reached;
    }
}
