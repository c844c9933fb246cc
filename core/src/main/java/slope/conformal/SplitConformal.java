package slope.conformal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import slope.internal.table.RequiredColumns;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.Level;
import slope.table.Remedy;
import slope.table.Table;
import slope.target.ClassSets;
import slope.target.Classes;
import slope.target.Intervals;
import slope.target.Labels;
import slope.target.PredictionSets;
import slope.target.Predictions;
import slope.target.Quantiles;
import slope.target.Target;

/// Split conformal prediction (Papadopoulos et al. 2002; Lei et al. 2018, "Distribution-free predictive
/// inference for regression", section 2.2): the scores of n rows that nothing was fitted to tell how far the
/// actual values of further rows are from their predictions.
///
/// A row that is exchangeable with these n has its actual value in its interval or set with a probability
/// from 1 − α to 1 − α + 1 / (n + 1), whatever the model. That is a share of all rows, not of rows like this
/// one: with [GroupQuantiles] it is so in each group. Of several target columns each is covered by itself.
///
/// @param coverage 1 − α
/// @param drawn how the n rows were drawn
/// @param scores one for each target column
/// @param quantiles of the scores of all n rows, one for each target column
/// @param groups quantiles by the categories of a column; empty if all rows share theirs
/// @param shifts of predicted quantiles, one for each level: the quantile of y − q, so that the share of rows up
///     to it is its level; empty for other targets
public record SplitConformal(
        Coverage coverage,
        DrawnRows drawn,
        List<ConformalScore> scores,
        List<ConformalQuantile> quantiles,
        Optional<GroupQuantiles> groups,
        List<ConformalQuantile> shifts) {
    private static final ConformalQuantile NONE = new ConformalQuantile(Double.POSITIVE_INFINITY, 1, 0);

    public SplitConformal {
        scores = List.copyOf(scores);
        quantiles = List.copyOf(quantiles);
        shifts = List.copyOf(shifts);
        int columns = scores.size();
        boolean fit = columns > 0
                && quantiles.size() == columns
                && groups.stream()
                        .flatMap(by -> by.groups().stream())
                        .allMatch(group -> group.quantiles().size() == columns);
        if (!fit) {
            throw new IllegalArgumentException("each target column needs a score and its quantiles");
        }
    }

    /// The quantiles of some rows.
    ///
    /// @param scores one for each target column, chosen without these rows
    /// @param rows that nothing was fitted to
    /// @throws DataException if the column of the groups is not one of categories
    public static SplitConformal fit(
            CoverageChoice choice, DrawnRows drawn, List<ConformalScore> scores, ConformalRows rows) {
        List<double[]> ofColumns = IntStream.range(0, scores.size())
                .mapToObj(index -> rows.scores(scores.get(index), index))
                .toList();
        int[] every = IntStream.range(0, rows.table().rows()).toArray();
        return new SplitConformal(
                choice.coverage(),
                drawn,
                scores,
                quantiles(choice.coverage(), ofColumns, every),
                choice.by().map(column -> groups(choice.coverage(), ofColumns, categories(rows.table(), column))),
                shifts(rows));
    }

    private static List<ConformalQuantile> quantiles(Coverage coverage, List<double[]> ofColumns, int[] rows) {
        return ofColumns.stream()
                .map(scores -> ConformalQuantile.of(
                        Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray(), coverage))
                .toList();
    }

    /// The column whose categories are groups.
    ///
    /// @throws DataException if it holds something else
    public static CategoryColumn categories(Table table, String column) {
        RequiredColumns.requireAll(List.of(column), table.names());
        if (table.column(column) instanceof CategoryColumn categories) {
            return categories;
        }
        throw new DataException(
                "column \"%s\" has %s, and groups are categories"
                        .formatted(column, table.column(column).kind().words()),
                new Remedy.ReadAsCategory(column));
    }

    private static GroupQuantiles groups(Coverage coverage, List<double[]> ofColumns, CategoryColumn cells) {
        List<GroupQuantiles.Group> groups = Level.frequent(cells, coverage.minimumRows(), Integer.MAX_VALUE).stream()
                .map(level -> new GroupQuantiles.Group(level, Collections.nCopies(ofColumns.size(), NONE)))
                .toList();
        int[] numbers = new GroupQuantiles(cells.name(), groups).of(cells);
        List<GroupQuantiles.Group> fitted = new ArrayList<>();
        for (GroupQuantiles.Group group : groups) {
            int number = fitted.size() + 1;
            int[] rows = IntStream.range(0, numbers.length)
                    .filter(row -> numbers[row] == number)
                    .toArray();
            fitted.add(new GroupQuantiles.Group(group.level(), quantiles(coverage, ofColumns, rows)));
        }
        return new GroupQuantiles(cells.name(), fitted);
    }

    private static List<ConformalQuantile> shifts(ConformalRows rows) {
        if (!(rows.target() instanceof Quantiles quantiles)) {
            return List.of();
        }
        double[] ascending = AscendingQuantiles.of(quantiles, rows.decoded());
        double[] actual = quantiles.actual(rows.table());
        return IntStream.range(0, quantiles.width())
                .mapToObj(level -> {
                    double[] distances = new double[actual.length];
                    Arrays.setAll(distances, row -> actual[row] - ascending[row * quantiles.width() + level]);
                    return ConformalQuantile.of(
                            distances, Coverage.of(quantiles.levels().get(level)));
                })
                .toList();
    }

    /// Refuses a target of other predictions.
    ///
    /// @throws IllegalArgumentException if the scores are not those of its columns
    public void requireFor(Target target) {
        boolean fits = scores.size() == target.columns().size()
                && scores.stream().allMatch(score -> suits(score, target))
                && shifts.size() == (target instanceof Quantiles quantiles ? quantiles.width() : 0);
        if (!fits) {
            throw new IllegalArgumentException(
                    "these intervals or sets are not of the target " + String.join(", ", target.columns()));
        }
    }

    private static boolean suits(ConformalScore score, Target target) {
        return switch (score) {
            case LeastAmbiguousSet ignored -> target.isClassification();
            case AdaptiveSet ignored -> target instanceof Classes;
            case QuantileDistance(int levels) -> target instanceof Quantiles && levels == target.width();
            case AbsoluteResidual ignored -> isNumber(target);
            case NormalizedResidual ignored -> isNumber(target);
            case AnscombeResidual ignored -> isNumber(target);
        };
    }

    private static boolean isNumber(Target target) {
        return !target.isClassification() && !(target instanceof Quantiles);
    }

    /// The predictions of rows, with their intervals or sets; quantiles are shifted.
    ///
    /// @param decoded rows × outputs, as [Target#decode] gives them
    /// @param rows with the [#columns]
    public Predictions predictions(Target target, double[] decoded, Table rows) {
        return target.predictions(shifted(target, decoded)).with(sets(target, decoded, rows));
    }

    /// The columns whose cells intervals or sets are made of, besides the predictions: that of the groups,
    /// and those of the hash of adaptive sets.
    public List<String> columns() {
        return Stream.concat(
                        groups.map(GroupQuantiles::column).stream(),
                        hash().stream().flatMap(hash -> hash.parts().stream()).map(RowHash.Part::column))
                .distinct()
                .toList();
    }

    private Optional<RowHash> hash() {
        return scores.getFirst() instanceof AdaptiveSet(RowHash hash) ? Optional.of(hash) : Optional.empty();
    }

    /// Decoded outputs, quantiles shifted and sorted; a quantile for which there are too few rows stays.
    public double[] shifted(Target target, double[] decoded) {
        if (shifts.isEmpty()) {
            return decoded;
        }
        double[] shifted = AscendingQuantiles.of(target, decoded).clone();
        for (int index = 0; index < shifted.length; index++) {
            shifted[index] += shift(index % shifts.size());
        }
        return AscendingQuantiles.of(target, shifted);
    }

    /// How far a quantile is shifted: 0 where there are too few rows to tell.
    ///
    /// @param level which of the quantiles
    public double shift(int level) {
        ConformalQuantile shift = shifts.get(level);
        return shift.isFinite() ? shift.value() : 0;
    }

    private PredictionSets sets(Target target, double[] decoded, Table rows) {
        int[] ofRows = groupsOf(rows);
        return hash().<PredictionSets>map(hash -> adaptiveSets((Classes) target, decoded, ofRows, hash.of(rows)))
                .orElseGet(() -> target.isClassification()
                        ? classSets(target, decoded, ofRows)
                        : intervals(target, decoded, ofRows));
    }

    /// @param drawn u of each row
    private ClassSets adaptiveSets(Classes target, double[] decoded, int[] groups, double[] drawn) {
        int width = target.width();
        boolean[] holds = new boolean[groups.length * width];
        for (int row = 0; row < groups.length; row++) {
            double quantile = quantile(groups[row], 0);
            double[] scores = AdaptiveSet.scores(decoded, row * width, width, drawn[row]);
            for (int index = 0; index < width; index++) {
                holds[row * width + index] = scores[index] <= quantile;
            }
        }
        return new ClassSets(target.columns(), List.of(target.classes()), holds);
    }

    private double quantile(int group, int index) {
        return (group == 0 ? quantiles.get(index) : groups.orElseThrow().quantile(group, index)).value();
    }

    private Intervals intervals(Target target, double[] decoded, int[] groups) {
        double[] ascending = AscendingQuantiles.of(target, decoded);
        int columns = scores.size();
        double[] lower = new double[groups.length * columns];
        double[] upper = new double[groups.length * columns];
        for (int index = 0; index < lower.length; index++) {
            int row = index / columns;
            int column = index % columns;
            var interval = ((IntervalScore) scores.get(column))
                    .interval(ascending, row * target.width() + column, quantile(groups[row], column));
            lower[index] = interval.lower();
            upper[index] = interval.upper();
        }
        return new Intervals(target.columns(), lower, upper);
    }

    private ClassSets classSets(Target target, double[] decoded, int[] groups) {
        List<List<String>> names = target instanceof Labels labels
                ? labels.labels().stream().map(Classes::classes).toList()
                : List.of(((Classes) target).classes());
        int width = names.stream().mapToInt(List::size).sum();
        boolean[] holds = new boolean[groups.length * width];
        for (int index = 0; index < holds.length; index++) {
            int row = index / width;
            int place = index % width;
            boolean areLabels = target instanceof Labels;
            int column = areLabels ? place / 2 : 0;
            double decodedOne = decoded[row * target.width() + (areLabels ? column : place)];
            double probability = areLabels && place % 2 == 0 ? 1 - decodedOne : decodedOne;
            holds[index] = ((LeastAmbiguousSet) scores.get(column)).holds(probability, quantile(groups[row], column));
        }
        return new ClassSets(target.columns(), names, holds);
    }

    /// The group of each row of a table.
    public int[] groupsOf(Table rows) {
        return groups.map(by -> by.of(rows)).orElseGet(() -> new int[rows.rows()]);
    }
}
