package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.conformal.AdaptiveSet;
import slope.conformal.ClassSetKind;
import slope.conformal.CoverageChoice;
import slope.conformal.DrawnRows;
import slope.conformal.GroupQuantiles;
import slope.conformal.SplitConformal;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.model.Model;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Intervals;
import slope.target.Prediction;
import slope.target.Predictions;
import slope.target.TargetChoice;

/// Rows are set aside for intervals and sets, and nothing else of the training depends on them.
class ConformalFitTest {
    private static final int ROWS = 400;
    private static final CoverageChoice NINE_OF_TEN = CoverageChoice.of(0.9);

    @Test
    void noConformalRowTrainsValidatesOrTests() {
        FitPlan plan = estimator("y", usual().testShare(0.2).folds(3)).plan(rows(0));
        Set<Double> seen = new HashSet<>(ids(plan.rows().test().orElseThrow()));
        for (NetworkPlan network : plan.members()) {
            seen.addAll(ids(network.training()));
            seen.addAll(ids(network.validation()));
        }
        List<Double> conformal = ids(plan.rows().conformal().orElseThrow());
        assertThat(conformal).hasSize(48); // 15 % of those that are no test rows
        assertThat(seen).hasSize(ROWS - 48).doesNotContainAnyElementsOf(conformal);
        assertThat(plan.rows().leftOut()).isZero();
    }

    @Test
    void whatConformalRowsHoldChangesNoBitOfTheNetworks() {
        RowSelection selection = usual().folds(2);
        Model model = estimator("y", selection).fit(rows(0)).model();
        Model other = estimator("y", selection).fit(rows(1e6)).model();
        for (int index = 0; index < 2; index++) {
            assertThat(other.members().get(index).network().parameters().toArray())
                    .isEqualTo(model.members().get(index).network().parameters().toArray());
            assertThat(other.members().get(index).target())
                    .isEqualTo(model.members().get(index).target());
            assertThat(other.members().get(index).encoding())
                    .isEqualTo(model.members().get(index).encoding());
        }
        assertThat(other.conformal().orElseThrow().scores())
                .isEqualTo(model.conformal().orElseThrow().scores());
        assertThat(other.conformal()).isNotEqualTo(model.conformal());
    }

    @Test
    void theServedMeanIsScoredOnTheseRows() {
        Table table = rows(0);
        FitPlan plan = estimator("y", usual().folds(2)).plan(table);
        Model model = estimator("y", usual().folds(2)).fit(table).model();
        Table conformal = plan.rows().conformal().orElseThrow();
        Intervals intervals = (Intervals) model.predict(conformal).sets().orElseThrow();
        double[] actual = model.target().actual(conformal);
        long covered = IntStream.range(0, actual.length)
                .filter(row -> intervals.covers(row, 0, actual[row]))
                .count();
        assertThat(covered).isEqualTo(NINE_OF_TEN.coverage().rank(60)).isEqualTo(55);
    }

    @Test
    void groupsAreNeverSplit() {
        FitPlan plan = estimator("y", usual().group("customer")).plan(rows(0));
        assertThat(texts(plan.rows().table(), "customer"))
                .doesNotContainAnyElementsOf(texts(plan.rows().conformal().orElseThrow(), "customer"));
        assertThat(fitted(usual().group("customer")).drawn()).isEqualTo(DrawnRows.GROUPS);
    }

    @Test
    void theLatestRowsArePromisedNothing() {
        FitPlan plan = estimator("y", usual().time("id").testShare(0.2)).plan(rows(0));
        assertThat(plan.rows().testRows())
                .containsExactly(IntStream.range(320, ROWS).toArray());
        assertThat(plan.rows().conformalRows())
                .containsExactly(IntStream.range(272, 320).toArray());
        assertThat(fitted(usual().time("id")).drawn()).isEqualTo(DrawnRows.LATEST);
    }

    /// A row by itself has the set that it has in a table: the hash is of its cells.
    @Test
    void adaptiveSetsAreThoseOfTheRow() {
        RowSelection selection = RowSelection.defaults().coverage(NINE_OF_TEN.sets(ClassSetKind.ADAPTIVE));
        Table table = rows(0);
        Model model = estimator("side", selection).fit(table).model();
        assertThat(model.conformal().orElseThrow().scores().getFirst()).isInstanceOf(AdaptiveSet.class);
        Predictions all = model.predict(table);
        for (int row = 0; row < 50; row++) {
            Map<String, Object> cells = new HashMap<>();
            for (String column : model.columns().keySet()) {
                cells.put(
                        column,
                        table.column(column) instanceof NumberColumn numbers
                                ? numbers.value(row)
                                : table.column(column).text(row));
            }
            assertThat(model.predict(cells).set()).isEqualTo(new Prediction(all, row).set());
        }
    }

    private static SplitConformal fitted(RowSelection selection) {
        return estimator("y", selection).fit(rows(0)).model().conformal().orElseThrow();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Estimator estimator = estimator("y", usual().folds(2));
        Engine engine = estimator.engine();
        SplitConformal one = estimator
                .engine(engine.threads(1))
                .fit(rows(0))
                .model()
                .conformal()
                .orElseThrow();
        SplitConformal three = estimator
                .engine(engine.threads(3))
                .fit(rows(0))
                .model()
                .conformal()
                .orElseThrow();
        assertThat(three).isEqualTo(one);
    }

    @Test
    void aGroupsColumnIsReadEvenIfItIsNoInput() {
        RowSelection selection = usual().coverage(NINE_OF_TEN.by("region"));
        Model model = estimator("y", selection).columns("a").fit(rows(0)).model();
        assertThat(model.columns()).containsOnlyKeys("a", "region");
        GroupQuantiles by = model.conformal().orElseThrow().groups().orElseThrow();
        assertThat(by.groups()).extracting(group -> group.level().name()).containsExactly("north", "south");
        for (GroupQuantiles.Group group : by.groups()) {
            Map<String, Object> row = Map.of("a", 0.5, "region", group.level().name());
            Predictions all = model.predict(Table.of(
                    NumberColumn.of("a", 0.5),
                    CategoryColumn.of("region", group.level().name())));
            assertThat(model.predict(row).interval()).isEqualTo(all.interval(0, 0));
        }
        assertThat(model.predict(Map.of("a", 0.5, "region", "north")).interval())
                .isNotEqualTo(model.predict(Map.of("a", 0.5, "region", "south")).interval());
        assertThatThrownBy(() -> model.predict(Map.of("a", 0.5)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("region");
    }

    @Test
    void setsAreOfTheModelsClasses() {
        Model model = estimator("side", usual()).fit(rows(0)).model();
        var prediction = model.predict(Map.of("a", 0.5, "b", 0.5, "customer", "c1", "region", "north"));
        assertThat(model.target().columns()).containsExactly("side");
        assertThat(List.of("heads", "tails")).containsAll(prediction.set());
        assertThatThrownBy(prediction::interval)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the model has no intervals");
        assertThat(prediction.all().sets().orElseThrow().columns()).containsExactly("side");
    }

    @Test
    void quantilesAreShiftedAndStayAscending() {
        Estimator estimator = Slope.predict(TargetChoice.of("y").quantiles(List.of(0.1, 0.5, 0.9)))
                .columns("a", "b")
                .rows(usual())
                .recipe(Recipe.plain().epochs(2));
        Table table = rows(0);
        Model model = estimator.fit(table).model();
        Predictions predictions = model.predict(table);
        for (int row = 0; row < ROWS; row++) {
            assertThat(predictions.value(row, 0)).isLessThanOrEqualTo(predictions.value(row, 1));
            assertThat(predictions.value(row, 1)).isLessThanOrEqualTo(predictions.value(row, 2));
        }
        assertThat(model.conformal().orElseThrow().shifts()).hasSize(3);
        assertThat(predictions.value(0, 1))
                .isNotEqualTo(model.target().predictions(model.decoded(table)).value(0, 1));
        assertThatThrownBy(() -> estimator
                        .target(TargetChoice.of("y").quantiles(List.of(0.9)))
                        .plan(table))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("an interval needs two quantiles");
    }

    @Test
    void moreRowsThanThereAreCannotBeSetAside() {
        assertThatThrownBy(() -> estimator("y", usual().coverage(CoverageChoice.of(0.999)))
                        .plan(rows(0)))
                .isInstanceOf(DataException.class)
                .hasMessage("a coverage of 0.999 sets at least 999 rows aside, and there are 400 to train on; ask for"
                        + " a smaller coverage or give more rows");
        assertThat(estimator("y", usual().coverage(CoverageChoice.of(0.99)))
                        .plan(rows(0))
                        .rows()
                        .conformalRows())
                .as("more than 15 % where the coverage needs them")
                .hasSize(99);
    }

    @Test
    void withoutACoverageNothingIsSetAside() {
        FitPlan plan = estimator("y", RowSelection.defaults()).plan(rows(0));
        assertThat(plan.rows().conformal()).isEmpty();
        assertThat(estimator("y", RowSelection.defaults()).fit(rows(0)).model().conformal())
                .isEqualTo(Optional.empty());
    }

    private static RowSelection usual() {
        return RowSelection.defaults().coverage(NINE_OF_TEN);
    }

    private static Estimator estimator(String target, RowSelection rows) {
        return Slope.predict(target)
                .ignoring(Set.of("id", target.equals("y") ? "side" : "y"))
                .rows(rows)
                .seed(3)
                .recipe(Recipe.plain().epochs(3));
    }

    /// @param shift of all numbers of the rows that are set aside where nothing else is asked for
    private static Table rows(double shift) {
        double[] ids = IntStream.range(0, ROWS).asDoubleStream().toArray();
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        double[] y = new double[ROWS];
        String[] sides = new String[ROWS];
        String[] customers = new String[ROWS];
        String[] regions = new String[ROWS];
        SplitRandom random = SplitRandom.of(11);
        for (int row = 0; row < ROWS; row++) {
            a[row] = random.nextDouble();
            b[row] = random.nextDouble();
            regions[row] = row % 3 == 0 ? "north" : "south";
            y[row] = a[row] + random.nextGaussian() * (row % 3 == 0 ? 0.1 : 0.5);
            sides[row] = random.nextDouble() < a[row] ? "heads" : "tails";
            customers[row] = "c" + row % 61;
        }
        Table table = table(ids, a, b, y, sides, customers, regions);
        if (shift == 0) {
            return table;
        }
        Arrays.stream(estimator("y", usual().folds(2)).plan(table).rows().conformalRows())
                .forEach(row -> {
                    a[row] += shift;
                    b[row] -= shift;
                    y[row] += 3 * shift;
                });
        return table(ids, a, b, y, sides, customers, regions);
    }

    private static Table table(
            double[] ids, double[] a, double[] b, double[] y, String[] sides, String[] customers, String[] regions) {
        return Table.of(
                NumberColumn.of("id", ids),
                NumberColumn.of("a", a),
                NumberColumn.of("b", b),
                NumberColumn.of("y", y),
                CategoryColumn.of("side", sides),
                CategoryColumn.of("customer", customers),
                CategoryColumn.of("region", regions));
    }

    private static List<Double> ids(Table table) {
        NumberColumn column = (NumberColumn) table.column("id");
        return IntStream.range(0, table.rows()).mapToObj(column::value).toList();
    }

    private static Set<String> texts(Table table, String column) {
        Set<String> texts = new HashSet<>();
        IntStream.range(0, table.rows())
                .forEach(row -> texts.add(table.column(column).text(row)));
        return texts;
    }
}
