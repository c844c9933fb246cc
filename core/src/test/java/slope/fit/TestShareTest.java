package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.evaluation.Scores;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.profile.ColumnSelection;

/// Test rows are held out before anything else, and nothing of the training depends on them.
class TestShareTest {
    private static final int ROWS = 500;

    @Test
    void theSameSeedHoldsOutTheSameRows() {
        assertThat(testRows(usual(), 3)).isEqualTo(testRows(usual(), 3)).hasSize(100);
        assertThat(testRows(usual(), 3)).isNotEqualTo(testRows(usual(), 4));
    }

    @Test
    void noTestRowTrainsOrValidates() {
        FitPlan plan = estimator(usual(), 3).plan(coins(0));
        Set<Double> seen = new HashSet<>();
        for (NetworkPlan network : plan.members()) {
            seen.addAll(ids(network.training()));
            seen.addAll(ids(network.validation()));
        }
        List<Double> test = ids(plan.rows().test().orElseThrow());
        assertThat(seen).hasSize(400).doesNotContainAnyElementsOf(test);
        assertThat(plan.rows().leftOut()).isZero();
        assertThat(plan.rows().rowsOfTable()).isEqualTo(ROWS);
    }

    @Test
    void classesHaveTheirShareOfTheTest() {
        Table all = coins(0);
        Table test = estimator(usual(), 3).plan(all).rows().test().orElseThrow();
        assertThat((double) heads(test)).isBetween(heads(all) * 0.2 - 1, heads(all) * 0.2 + 1);
    }

    @Test
    void groupsAreNeverSplit() {
        FitPlan plan = estimator(usual().group("customer"), 3).plan(coins(0));
        assertThat(texts(plan.rows().table(), "customer"))
                .doesNotContainAnyElementsOf(texts(plan.rows().test().orElseThrow(), "customer"));
    }

    @Test
    void theLatestRowsAreTheTest() {
        FitPlan plan = estimator(usual().time("id"), 3).plan(coins(0));
        assertThat(plan.rows().testRows())
                .containsExactly(IntStream.range(400, ROWS).toArray());
        assertThat(ids(plan.members().getFirst().validation())).allMatch(id -> id >= 320 && id < 400);
    }

    /// The column is no input, and test rows are drawn from all rows.
    @Test
    void aValidationColumnLeavesTheTestAtRandom() {
        FitPlan plan = estimator(usual().validationColumn("half"), 3).plan(halves());
        assertThat(plan.members()).hasSize(1);
        assertThat(plan.columns().used()).doesNotContain("half");
        assertThat(plan.rows().testRows()).hasSize(100);
        assertThat(ids(plan.members().getFirst().validation())).allMatch(id -> id % 2 == 0);
        assertThat(ids(plan.members().getFirst().training())).allMatch(id -> id % 2 == 1);
    }

    private static Table halves() {
        Table coins = coins(0);
        List<Column> columns = new ArrayList<>(coins.columns());
        columns.add(NumberColumn.of(
                "half", IntStream.range(0, ROWS).mapToDouble(row -> 1 - row % 2).toArray()));
        return new Table(columns);
    }

    @Test
    void whatTestRowsHoldChangesNoBitOfTheModel() {
        float[] parameters = parameters(coins(0));
        assertThat(parameters(coins(1e6))).isEqualTo(parameters);
    }

    @Test
    void labelsThatAreTossedAreRightInHalfOfTheTest() {
        FitResult result =
                estimator(usual(), 5).recipe(Recipe.plain().epochs(20)).fit(coins(0));
        Scores scores = result.testScores().orElseThrow();
        assertThat(scores.rows()).isEqualTo(100);
        // Three standard errors of a hundred tosses.
        assertThat(scores.model().score(Metric.ACCURACY)).isBetween(0.35, 0.65);
        FitRecord.Test recorded = result.record().test().orElseThrow();
        assertThat(recorded.rows()).isEqualTo(100);
        assertThat(recorded.scores())
                .contains(new FitRecord.TestScore(
                        "accuracy",
                        scores.model().score(Metric.ACCURACY),
                        scores.baseline().score(Metric.ACCURACY)));
    }

    @Test
    void aShareOfNothingOrAllIsRefused() {
        assertThatThrownBy(() -> usual().testShare(0))
                .hasMessage("the test share must be above 0 and below 1, not 0.0");
        assertThatThrownBy(() -> usual().testShare(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RowSelection usual() {
        return RowSelection.defaults().testShare(0.2);
    }

    private static Estimator estimator(RowSelection rows, long seed) {
        return Slope.predict("side")
                .columns(ColumnSelection.defaults())
                .rows(rows)
                .seed(seed)
                .recipe(Recipe.plain().epochs(3));
    }

    private static int[] testRows(RowSelection rows, long seed) {
        return estimator(rows, seed).plan(coins(0)).rows().testRows();
    }

    private static float[] parameters(Table table) {
        FitResult result = estimator(usual(), 3).fit(table);
        return result.model().members().getFirst().network().parameters().toArray();
    }

    /// @param shift of the inputs of the rows that seed 3 holds out
    private static Table coins(double shift) {
        double[] ids = IntStream.range(0, ROWS).asDoubleStream().toArray();
        double[] a = new double[ROWS];
        String[] sides = new String[ROWS];
        String[] customers = new String[ROWS];
        SplitRandom random = SplitRandom.of(11);
        for (int row = 0; row < ROWS; row++) {
            a[row] = random.nextDouble();
            sides[row] = random.nextDouble() < 0.5 ? "heads" : "tails";
            customers[row] = "c" + row % 61;
        }
        Table table = Table.of(
                NumberColumn.of("id", ids),
                NumberColumn.of("a", a),
                CategoryColumn.of("customer", customers),
                CategoryColumn.of("side", sides));
        if (shift == 0) {
            return table;
        }
        Arrays.stream(estimator(usual(), 3).plan(table).rows().testRows()).forEach(row -> a[row] += shift);
        return Table.of(table.column("id"), NumberColumn.of("a", a), table.column("customer"), table.column("side"));
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

    private static long heads(Table table) {
        return IntStream.range(0, table.rows())
                .filter(row -> table.column("side").text(row).equals("heads"))
                .count();
    }
}
