package slope.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.FitResult;
import slope.metric.ScoredRows.Form;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.training.EpochReport;

class CustomMetricTest {
    private static final Table TABLE = table();

    /// The example of [CustomMetric].
    record WithinOneYear() implements CustomMetric {
        @Override
        public String title() {
            return "within a year";
        }

        @Override
        public Better better() {
            return Better.HIGHER;
        }

        @Override
        public boolean appliesTo(Form form, int width) {
            return form.areNumbers();
        }

        @Override
        public double score(ScoredRows rows) {
            double near = 0;
            for (int row = 0; row < rows.rows(); row++) {
                near += Math.abs(rows.actual(row, 0) - rows.predicted(row, 0)) <= 1 ? rows.weight(row) : 0;
            }
            return near / rows.weight();
        }
    }

    /// The root of the mean of squared errors, written by hand.
    record OwnError(Better better) implements CustomMetric {
        @Override
        public String title() {
            return "own error";
        }

        @Override
        public double score(ScoredRows rows) {
            double squares = 0;
            for (int row = 0; row < rows.rows(); row++) {
                double error = rows.actual(row, 0) - rows.predicted(row, 0);
                squares += rows.weight(row) * error * error;
            }
            return Math.sqrt(squares / rows.weight());
        }
    }

    @Test
    void itScoresRowsByTheirWeights() {
        ScoredRows rows =
                ScoredRows.of(Form.NUMBERS, new double[] {1, 2, 9}, 1, new double[] {2, 4, 9}, new double[] {1, 2, 1});
        assertThat(rows.score(new WithinOneYear())).isEqualTo(0.5);
        assertThat(Metrics.of(rows, new WithinOneYear()).scores().keySet())
                .containsExactly(
                        Metric.RMSE, Metric.MAE, Metric.MAPE, Metric.R2, Metric.POISSON_DEVIANCE, new WithinOneYear());
    }

    @Test
    void anEpochIsChosenByItAsByABuiltInOne() {
        FitResult own = estimator().metric(new OwnError(Metric.Better.LOWER)).fit(TABLE);
        FitResult builtIn = estimator().metric(Metric.RMSE).fit(TABLE);

        assertThat(own.results().getFirst().bestEpoch())
                .isEqualTo(builtIn.results().getFirst().bestEpoch());
        assertThat(own.scores().model().score(new OwnError(Metric.Better.LOWER)))
                .isEqualTo(own.scores().model().score(Metric.RMSE));
        assertThat(own.scores().isNoBetter(new OwnError(Metric.Better.LOWER))).isFalse();
    }

    /// By the same score the other way the worst epoch is the best.
    @Test
    void itsDirectionCounts() {
        FitResult worst = estimator().metric(new OwnError(Metric.Better.HIGHER)).fit(TABLE);
        EpochReport largest = estimator().metric(Metric.RMSE).fit(TABLE).results().getFirst().history().stream()
                .max(Comparator.comparingDouble(report -> report.losses().score()))
                .orElseThrow();
        assertThat(worst.results().getFirst().bestEpoch()).isEqualTo(largest.epoch());
    }

    @Test
    void anotherKindOfPredictionsIsRefusedBeforeTraining() {
        Table words = Table.of(TABLE.column("x"), CategoryColumn.of("y", words()));
        assertThatThrownBy(() -> estimator().metric(new WithinOneYear()).plan(words))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("within a year");
        assertThatThrownBy(() ->
                        estimator().metric(new OwnError(Metric.Better.NEITHER)).plan(TABLE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("own error");
    }

    private static Estimator estimator() {
        return Slope.predict("y").recipe(Recipe.plain().epochs(12)).seed(3);
    }

    private static Table table() {
        double[] inputs = new double[120];
        Arrays.setAll(inputs, row -> row % 31 - 15 + 0.25 * (row % 3));
        double[] targets = new double[inputs.length];
        Arrays.setAll(targets, row -> inputs[row] * 0.5 + row % 7 * 0.1);
        return Table.of(NumberColumn.of("x", inputs), NumberColumn.of("y", targets));
    }

    private static String[] words() {
        String[] words = new String[TABLE.rows()];
        Arrays.setAll(words, row -> row % 2 == 0 ? "yes" : "no");
        return words;
    }
}
