package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.explain.Explainer.Orders;
import slope.model.Model;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class AttributionsTest {
    /// Of sums of a float network's predictions.
    private static final double ROUNDING = 1e-6;

    private static final int[] ROWS = {0, 7, 40, 99};

    /// In the branch that draws orders, also where all of them would be cheaper: of 370 normal numbers 1 is
    /// farther off on average, and one of each count of columns may be.
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10})
    void drawnOrdersAreWithinThreeStandardErrorsOfAllOrders(int columns) {
        Explainer explainer =
                Explainer.of(Formula.random(Formula.YES, columns, columns), Formula.rows(100, columns, 2));
        int[] rows = IntStream.range(0, 20).toArray();
        Attributions drawn = explainer.orders(Orders.DRAWN).attributions(rows);
        Attributions all = explainer.orders(Orders.ALL).attributions(rows);

        assertThat(drawn.base().isExact()).isFalse();
        assertThat(all.base().isExact()).isTrue();
        int farther = 0;
        double largest = 0;
        for (int row : rows) {
            for (int column = 0; column < columns; column++) {
                double error = drawn.rows().get(row).standardError(column, 1);
                double distance = Math.abs(drawn.rows().get(row).contribution(column, 1)
                        - all.rows().get(row).contribution(column, 1));
                farther += distance > 3 * error + ROUNDING ? 1 : 0;
                largest = Math.max(largest, error);
                assertThat(all.rows().get(row).standardError(column, 1)).isZero();
            }
        }
        assertThat(farther).isLessThanOrEqualTo(1);
        assertThat(largest).isBetween(1e-4, 0.05);
    }

    @Test
    void theBaseAndAllContributionsAddUpToThePrediction() {
        for (Orders orders : List.of(Orders.DRAWN, Orders.ALL)) {
            for (Explainer explainer : explainers()) {
                Attributions attributions = explainer.orders(orders).attributions(ROWS);
                for (Attribution row : attributions.rows()) {
                    for (int output = 0; output < attributions.outputs().size(); output++) {
                        int own = output;
                        double sum = IntStream.range(0, attributions.groups().size())
                                .mapToDouble(group -> row.contribution(group, own))
                                .sum();
                        assertThat(attributions.base().predictions().get(output) + sum)
                                .isCloseTo(row.predictions().get(output), within(ROUNDING));
                    }
                }
            }
        }
    }

    private static List<Explainer> explainers() {
        Table rows = Formula.rows(100, 6, 5);
        Explainer classes = Explainer.of(Formula.random(Formula.YES, 6, 8), rows);
        return List.of(
                classes,
                classes.byLink(),
                classes.groups(List.of(ColumnGroup.of("x1", "x4"))),
                Explainer.of(Formula.random(Formula.NUMBER, 6, 9), rows));
    }

    /// In a linear model a column moves the prediction by its weight times its distance from the mean of the
    /// background, in whatever order; that of a logistic one on the scale of log-odds.
    @Test
    void contributionsOfALinearModelAreItsTerms() {
        double[] weights = {0.5, -1, 0.25, 0, 0.75, 1, -0.125};
        Table rows = Formula.rows(20, weights.length, 3); // all of them are background
        Explainer logistic = Explainer.of(Formula.linear(Formula.YES, 0.5, weights), rows);
        Explainer linear = Explainer.of(Formula.linear(Formula.NUMBER, 0.5, weights), rows);
        for (Explainer explainer : List.of(logistic.byLink(), linear)) {
            Attributions attributions = explainer.orders(Orders.DRAWN).attributions(11);
            int last = attributions.outputs().size() - 1;
            for (int column = 0; column < weights.length; column++) {
                NumberColumn values = (NumberColumn) rows.column("x" + column);
                double mean = IntStream.range(0, 20).mapToDouble(values::value).sum() / 20;
                assertThat(attributions.rows().getFirst().contribution(column, last))
                        .isCloseTo(weights[column] * (values.value(11) - mean), within(ROUNDING));
                assertThat(attributions.rows().getFirst().standardError(column, last))
                        .isLessThan(ROUNDING);
            }
        }
    }

    @Test
    void classesGetAndLoseTheSameProbability() {
        Attribution row = explainers().getFirst().attributions(3).rows().getFirst();
        for (int column = 0; column < 6; column++) {
            assertThat(row.contribution(column, 0)).isCloseTo(-row.contribution(column, 1), within(1e-12));
        }
    }

    @Test
    void fewColumnsAreExplainedExactly() {
        assertThat(isExact(5)).isTrue();
        assertThat(isExact(6)).isFalse();
    }

    private static boolean isExact(int columns) {
        return Explainer.of(Formula.random(Formula.YES, columns, 1), Formula.rows(40, columns, 1))
                .attributions(0)
                .base()
                .isExact();
    }

    @Test
    void moreThanTenColumnsAreNotExplainedExactly() {
        Explainer explainer = Explainer.of(Formula.random(Formula.YES, 11, 1), Formula.rows(40, 11, 1));
        assertThatThrownBy(() -> explainer.orders(Orders.ALL).attributions(0))
                .isInstanceOf(DataException.class)
                .hasMessage("exact attributions are for at most 10 columns or groups of columns, not for 11; put"
                        + " columns into groups");
        assertThat(explainer
                        .groups(List.of(ColumnGroup.of("x0", "x1")))
                        .orders(Orders.ALL)
                        .attributions(0)
                        .base()
                        .isExact())
                .isTrue();
    }

    /// A group is one column with the cells of all of its columns.
    @Test
    void aGroupOfAllColumnsHasTheWholeDifference() {
        Table rows = Formula.rows(50, 3, 4);
        Attributions attributions = Explainer.of(Formula.random(Formula.NUMBER, 3, 4), rows)
                .groups(List.of(ColumnGroup.of("x0", "x1", "x2")))
                .attributions(9);
        Attribution row = attributions.rows().getFirst();
        assertThat(row.contribution(0, 0))
                .isCloseTo(
                        row.predictions().getFirst()
                                - attributions.base().predictions().getFirst(),
                        within(ROUNDING));
    }

    @Test
    void theSameSeedGivesTheSameBitsWhateverElseIsExplained() {
        Table rows = Formula.rows(100, 8, 6);
        Explainer explainer = Explainer.of(Formula.random(Formula.YES, 8, 2), rows);

        assertThat(explainer.attributions(5).rows().getFirst())
                .isEqualTo(explainer.attributions(1, 2, 5).rows().getLast());
        assertThat(explainer.attributions(99).rows().getFirst())
                .isEqualTo(explainer
                        .attributions(IntStream.range(0, 100).toArray())
                        .rows()
                        .getLast());
        assertThat(explainer.seed(2).attributions(5)).isNotEqualTo(explainer.attributions(5));
    }

    /// A service explains a row the same alone and among others.
    @Test
    void rowsOfAnotherTableAreExplainedAsIfTheyWereAmongTheRows() {
        Table rows = Formula.rows(100, 8, 6);
        Explainer explainer = Explainer.of(Formula.random(Formula.YES, 8, 2), rows);
        Attribution fifth = explainer.attributions(5).rows().getFirst();

        for (int[] others : new int[][] {{5}, {5, 2}, {5, 7, 5}}) {
            Attribution other =
                    explainer.attributions(rows.select(others)).rows().getFirst();
            assertThat(other.row()).isZero();
            assertThat(other.contributions()).isEqualTo(fifth.contributions());
            assertThat(other.standardErrors()).isEqualTo(fifth.standardErrors());
        }
    }

    /// One row out of each of 32 equal parts of the rows by their prediction.
    @Test
    void theBackgroundIsFromAllOverThePredictions() {
        Model model = Formula.linear(Formula.NUMBER, 0, 1);
        Table rows = Formula.rows(320, 1, 7);
        int[] background = Background.of(
                ModelOutputs.of(model, OutputLink.IDENTITY),
                rows,
                IntStream.range(0, 320).toArray(),
                1);
        double[] ascending = model.decoded(rows);
        double[] own = model.decoded(rows.select(background));
        Arrays.sort(ascending);
        for (int stratum = 0; stratum < 32; stratum++) {
            assertThat(own[stratum]).isBetween(ascending[10 * stratum], ascending[10 * stratum + 9]);
        }
    }
}
