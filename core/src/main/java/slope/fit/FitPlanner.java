package slope.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slope.conformal.ConformalScore;
import slope.conformal.CoverageChoice;
import slope.conformal.SplitConformal;
import slope.internal.random.SplitRandom;
import slope.internal.table.RequiredColumns;
import slope.internal.table.SortedRows;
import slope.internal.table.TargetRows;
import slope.internal.text.Sentence;
import slope.metric.Metric;
import slope.recipe.FoldPlan;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.recipe.Settings;
import slope.split.Folds;
import slope.split.Split;
import slope.split.Stratification;
import slope.table.Column;
import slope.table.DataException;
import slope.table.RowWeights;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.target.Target;
import slope.target.TargetChoice;

/// Decides what precedes the first step for a table: rows, target, columns and settings.
final class FitPlanner {
    /// Names the random numbers that draw the test rows.
    private static final long TEST = 0x7E57;

    /// Names the random numbers that draw the rows of intervals or sets.
    private static final long CONFORMAL = 0xC0FE;

    /// Of the rows, for intervals or sets: more make the coverage steadier, and the training rows fewer.
    private static final double CONFORMAL_SHARE = 0.15;

    private final Estimator estimator;
    private final Table table;

    private FitPlanner(Estimator estimator, Table table) {
        this.estimator = estimator;
        this.table = table;
    }

    static FitPlan of(Estimator estimator, Table table) {
        return new FitPlanner(estimator, table).plan();
    }

    /// The rows of a table that have a target and a weight.
    static UsableRows usable(Estimator estimator, Table table) {
        return new UsableRows(table, new FitPlanner(estimator, table).usableRows());
    }

    /// Folds of the usable rows, by the same rules as the folds of one fit.
    static List<Split> folds(Estimator estimator, Table usable, int count) {
        FitPlanner planner = new FitPlanner(estimator, usable);
        return planner.folds(
                planner.recipe(usable).target(estimator.target(), usable).target(), usable, count);
    }

    private FitPlan plan() {
        UsableRows labelled = usable(estimator, table);
        Recipe recipe = recipe(labelled.table());
        TargetChoice.Fitted found = recipe.target(estimator.target(), labelled.table());
        Target target = found.target();
        UsableRows untested = estimator
                .rows()
                .testShare()
                .map(share -> labelled.withoutTest(split(target, labelled.table(), share, seed(TEST))))
                .orElse(labelled);
        UsableRows rows = estimator
                .rows()
                .coverage()
                .map(choice -> untested.withoutConformal(conformal(choice, target, untested.table())))
                .orElse(untested);
        Table usable = rows.table();
        Metric metric = metric(target);
        List<Split> splits = splits(target, usable);
        InputColumns columns = recipe.columns(
                usable.select(splits.getFirst().training()),
                Set.copyOf(estimator.target().columns()),
                otherRoles(),
                estimator.columns());
        int learning = splits.getFirst().training().length;
        Settings settings = recipe.settings(new Settings.Circumstances(target, learning, metric));
        FitDecisions decided = new FitDecisions(recipe, withoutConformal(found, rows), metric, settings, columns);
        List<NetworkPlan> members = splits.stream()
                .map(split -> new NetworkPlan(estimator, decided, usable, split))
                .toList();
        FoldPlan plan = estimator.rows().folds().isEmpty() && splits.size() > 1
                ? FoldPlan.whileTheyFit(settings.get(Setting.EPOCHS), splits.size(), learning)
                : new FoldPlan.Exactly(splits.size());
        return new FitPlan(estimator, rows, decided, plan, members);
    }

    private Recipe recipe(Table labelled) {
        return estimator.recipe().suited(estimator.target(), notInputs(), labelled);
    }

    private Set<String> notInputs() {
        Set<String> names = otherRoles();
        table.names().stream().filter(estimator.columns()::leavesOut).forEach(names::add);
        return names;
    }

    /// Weight, group and validation columns are not inputs; an exposure column is also an input, because counts
    /// need not grow in proportion to it.
    private Set<String> otherRoles() {
        Set<String> names = new LinkedHashSet<>();
        estimator.rows().weight().ifPresent(names::add);
        estimator.rows().group().ifPresent(names::add);
        estimator.rows().validationColumn().ifPresent(names::add);
        return names;
    }

    /// The rows with a value in each target column and in the columns that set weights.
    private int[] usableRows() {
        Set<String> asked = partsOfTraining();
        estimator.columns().only().ifPresent(asked::addAll);
        RequiredColumns.requireAll(asked, table.names());
        List<Column> needed = new ArrayList<>();
        estimator.target().columns().forEach(name -> needed.add(table.column(name)));
        estimator.rows().time().ifPresent(name -> needed.add(table.column(name)));
        int[] rows = TargetRows.of(needed);
        return estimator
                .rows()
                .weight()
                .map(table::column)
                .map(weight -> weighted(rows, weight))
                .orElse(rows);
    }

    private int[] weighted(int[] rows, Column weight) {
        int[] weighted = Arrays.stream(rows)
                .filter(row -> RowWeights.of(weight, row) > 0)
                .toArray();
        for (Column target :
                estimator.target().columns().stream().map(table::column).toList()) {
            if (SortedRows.distinct(target, rows) > 1 && SortedRows.distinct(target, weighted) < 2) {
                throw new DataException("all rows %shave weight 0; a target needs two values with rows that count"
                        .formatted(lost(target, rows, weighted)));
            }
        }
        return weighted;
    }

    /// As in `of "hi" in column "y" `; empty if no row is left.
    private static String lost(Column target, int[] rows, int[] weighted) {
        return Arrays.stream(rows)
                .mapToObj(target::text)
                .filter(text -> weighted.length > 0 && !text.equals(target.text(weighted[0])))
                .findFirst()
                .map(text -> "of \"%s\" in column \"%s\" ".formatted(Sentence.quote(text), target.name()))
                .orElse("");
    }

    /// The columns with a role: targets, weights, groups, time, validation, exposure, and that of the coverage.
    private Set<String> partsOfTraining() {
        Set<String> parts = new LinkedHashSet<>(estimator.target().columns());
        Stream.of(
                        estimator.rows().time(),
                        estimator.rows().group(),
                        estimator.rows().validationColumn(),
                        estimator.target().exposure(),
                        estimator.rows().weight(),
                        estimator.rows().coverage().flatMap(CoverageChoice::by))
                .flatMap(Optional::stream)
                .forEach(parts::add);
        return parts;
    }

    private Metric metric(Target target) {
        if (estimator.metric().isPresent()
                && !target.canBeChosenBy(estimator.metric().get())) {
            throw new DataException("%s cannot be scored by %s; its metrics are %s"
                    .formatted(
                            target.kind().title(),
                            estimator.metric().get().title(),
                            String.join(
                                    ", ",
                                    target.metrics().stream().map(Metric::title).toList())));
        }
        return estimator.metric().orElse(target.metric());
    }

    private List<Split> splits(Target target, Table usable) {
        RowSelection choice = estimator.rows();
        int[] rows = targetRows(usable);
        if (choice.validationColumn().isPresent()) {
            return List.of(
                    Split.ofColumn(rows, usable.column(choice.validationColumn().get())));
        }
        Optional<Column> group = choice.group().map(usable::column);
        int folds = choice.time().isPresent()
                ? 1
                : folds(group.map(column -> Stratification.groups(rows, column).size())
                        .orElse(rows.length));
        return folds == 1
                ? List.of(split(target, usable, choice.validationShare(), estimator.seed()))
                : folds(target, usable, folds);
    }

    /// Folds by group, or stratified.
    private List<Split> folds(Target target, Table usable, int count) {
        int[] rows = targetRows(usable);
        long seed = estimator.seed();
        return estimator
                .rows()
                .group()
                .map(group -> Folds.grouped(rows, usable.column(group), count, seed))
                .orElseGet(
                        () -> Folds.stratified(rows, target.stratifiedBy(usable), stratification(target), count, seed));
    }

    private int[] targetRows(Table from) {
        return TargetRows.of(
                estimator.target().columns().stream().map(from::column).toList());
    }

    /// Validation rows and test rows are split off by the same rules: the latest rows, whole
    /// groups, or stratified.
    private Split split(Target target, Table from, double share, long seed) {
        RowSelection choice = estimator.rows();
        int[] rows = targetRows(from);
        if (choice.time().isPresent()) {
            return Split.ofTime(rows, from.column(choice.time().get()), share);
        }
        return choice.group()
                .map(group -> Split.grouped(rows, from.column(group), share, seed))
                .orElseGet(
                        () -> Split.stratified(rows, target.stratifiedBy(from), stratification(target), share, seed));
    }

    private static Stratification stratification(Target target) {
        return target.isClassification() ? Stratification.SAME_VALUE : Stratification.NEIGHBOURS;
    }

    /// The same target with scales and rates of the rows that may be trained on.
    private static TargetChoice.Fitted withoutConformal(TargetChoice.Fitted found, UsableRows rows) {
        return rows.conformal().isEmpty()
                ? found
                : new TargetChoice.Fitted(found.target().fittedTo(rows.table()), found.note());
    }

    /// The split that sets rows aside for intervals or sets, as its validation rows.
    private Split conformal(CoverageChoice choice, Target target, Table from) {
        ConformalScore.requireFor(target, choice);
        choice.by().ifPresent(column -> SplitConformal.categories(from, column));
        int least = choice.coverage().minimumRows();
        int rows = from.rows();
        if (least > rows / 2) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "a coverage of %s sets at least %,d rows aside, and there are %,d to train on; ask for a smaller"
                            + " coverage or give more rows",
                    choice.coverage(),
                    least,
                    rows));
        }
        double share = Math.max(least, Math.round(CONFORMAL_SHARE * rows)) / (double) rows;
        RowSelection selection = estimator.rows();
        return selection.group().isPresent() || selection.time().isPresent()
                ? split(target, from, share, seed(CONFORMAL))
                : Split.random(1 - share, seed(CONFORMAL)).rows(from);
    }

    /// A seed that differs from the one of the validation rows.
    private long seed(long purpose) {
        return SplitRandom.of(estimator.seed(), purpose).nextLong();
    }

    /// The number of folds.
    ///
    /// @param units rows, or groups of rows that stay together
    private int folds(int units) {
        RowSelection choice = estimator.rows();
        return choice.folds()
                .orElseGet(() -> choice.refit() == RowSelection.Refit.NONE
                        ? estimator.recipe().folds(choice.validationShare(), units)
                        : 1);
    }
}
