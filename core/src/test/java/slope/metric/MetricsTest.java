package slope.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.Classes;
import slope.target.NumberPredictions;
import slope.target.Numbers;
import slope.target.Predictions;
import slope.target.TargetScale;

class MetricsTest {
    private static ClassPredictions classes(double... probabilities) {
        return new ClassPredictions("answer", YES_NO.classes(), probabilities);
    }

    private static NumberPredictions numbers(double... values) {
        return new NumberPredictions(List.of("price"), values);
    }

    private static final Classes YES_NO = new Classes("answer", List.of("no", "yes"));
    private static final Numbers PRICE =
            new Numbers(List.of(new TargetScale("price", 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));

    @Test
    void scoresOfTwoClassesAreThoseWorkedOutByHand() {
        Predictions predictions = classes(0.9, 0.1, 0.6, 0.4, 0.65, 0.35, 0.2, 0.8);
        Metrics metrics =
                predictions.scores(YES_NO.actual(Table.of(CategoryColumn.of("answer", "no", "no", "yes", "yes"))));

        assertThat(metrics.scores().keySet())
                .containsExactly(
                        Metric.ACCURACY,
                        Metric.BALANCED_ACCURACY,
                        Metric.LOG_LOSS,
                        Metric.BRIER,
                        Metric.AUC,
                        Metric.AVERAGE_PRECISION,
                        Metric.MCC,
                        Metric.F1);
        assertThat(metrics.score(Metric.ACCURACY)).isEqualTo(0.75);
        double logLoss = -(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4;
        assertThat(metrics.score(Metric.LOG_LOSS)).isCloseTo(logLoss, within(1e-15));
        // Of the four pairs (yes, no) three are in order: 0.35 lies above 0.1 but below 0.4.
        assertThat(metrics.score(Metric.AUC)).isEqualTo(0.75);
    }

    @Test
    void equalProbabilitiesCountHalfInTheAreaUnderTheCurve() {
        Predictions predictions = classes(0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
        Metrics metrics = predictions.scores(YES_NO.actual(Table.of(CategoryColumn.of("answer", "no", "yes", "no"))));

        assertThat(metrics.score(Metric.AUC)).isEqualTo(0.5);
    }

    @Test
    void rowsOfOneClassHaveNoAreaUnderTheCurve() {
        Predictions predictions = classes(0.5, 0.5, 0.5, 0.5);
        Metrics metrics = predictions.scores(YES_NO.actual(Table.of(CategoryColumn.of("answer", "no", "no"))));

        assertThat(metrics.score(Metric.AUC)).isNaN();
    }

    @Test
    void certaintyThatIsWrongCostsMuchButNotInfinitelyMuch() {
        Predictions predictions = classes(1.0, 0.0);
        Metrics metrics = predictions.scores(YES_NO.actual(Table.of(CategoryColumn.of("answer", "yes"))));

        assertThat(metrics.score(Metric.LOG_LOSS)).isGreaterThan(700).isFinite();
    }

    /// Networks of other programs have probabilities that were rounded to a float.
    @Test
    void noLogLossIsBelowZero() {
        Predictions predictions = classes(-1e-7, 1.0000001, 0, 1);
        Metrics metrics = predictions.scores(YES_NO.actual(Table.of(CategoryColumn.of("answer", "yes", "yes"))));

        assertThat(metrics.score(Metric.LOG_LOSS)).isZero();
        assertThat(Double.doubleToRawLongBits(metrics.score(Metric.LOG_LOSS))).isZero();
    }

    @Property(seed = "5")
    void noDevianceIsBelowZero(@ForAll @DoubleRange(min = 0.01, max = 1e6) double actual) {
        for (double near : new double[] {actual, Math.nextUp(actual), Math.nextDown(actual)}) {
            double[] one = {1};
            ScoredRows counts =
                    ScoredRows.of(ScoredRows.Form.COUNTS, new double[] {near}, 1, new double[] {actual}, one);
            assertThat(counts.score(Metric.POISSON_DEVIANCE)).isNotNegative();
            assertThat(ScoredRows.ofAmounts(new double[] {near}, 2, new double[] {actual}, one)
                            .score(Metric.GAMMA_DEVIANCE))
                    .isNotNegative();
            assertThat(ScoredRows.ofAmounts(new double[] {near}, 1.5, new double[] {actual}, one)
                            .score(Metric.TWEEDIE_DEVIANCE))
                    .isNotNegative();
        }
    }

    @Test
    void scoresOfNumbersAreThoseWorkedOutByHand() {
        Predictions predictions = numbers(1, 2, 5);
        Metrics metrics = predictions.scores(PRICE.actual(Table.of(NumberColumn.of("price", 2, 2, 5))));

        assertThat(metrics.scores().keySet())
                .containsExactly(Metric.RMSE, Metric.MAE, Metric.MAPE, Metric.R2, Metric.POISSON_DEVIANCE);
        assertThat(metrics.score(Metric.RMSE)).isCloseTo(Math.sqrt(1 / 3.0), within(1e-15));
        assertThat(metrics.score(Metric.MAE)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(metrics.score(Metric.R2)).isCloseTo(1 - 1 / 6.0, within(1e-15));
    }

    @Test
    void theMeanExplainsNothing() {
        NumberColumn actual = NumberColumn.of("price", 1, 2, 6);
        Metrics metrics = numbers(3, 3, 3).scores(PRICE.actual(Table.of(actual)));

        assertThat(metrics.score(Metric.R2)).isCloseTo(0, within(1e-15));
    }

    @Property(seed = "1")
    void theAreaUnderTheCurveIsTheShareOfPairsInOrder(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = 0, max = 1) Double> probabilities) {
        int rows = probabilities.size();
        double[] pairs = new double[2 * rows];
        String[] actual = new String[rows];
        for (int row = 0; row < rows; row++) {
            // Rounded, so that ties are common.
            pairs[2 * row + 1] = Math.rint(probabilities.get(row) * 8) / 8;
            pairs[2 * row] = 1 - pairs[2 * row + 1];
            actual[row] = row % 3 == 0 ? "yes" : "no";
        }
        Metrics metrics = classes(pairs).scores(YES_NO.actual(Table.of(CategoryColumn.of("answer", actual))));

        double inOrder = 0;
        double all = 0;
        for (int yes = 0; yes < rows; yes += 3) {
            for (int no = 0; no < rows; no++) {
                if (no % 3 != 0) {
                    all++;
                    inOrder += 0.5 + 0.5 * Math.signum(pairs[2 * yes + 1] - pairs[2 * no + 1]);
                }
            }
        }
        assertThat(metrics.score(Metric.AUC)).isCloseTo(inOrder / all, within(1e-12));
    }

    @Test
    void aScoreThatPredictionsDoNotHaveIsRefusedByName() {
        Metrics metrics = numbers(3).scores(PRICE.actual(Table.of(NumberColumn.of("price", 1))));

        assertThatThrownBy(() -> metrics.score(Metric.AUC)).hasMessage("these predictions have no auc");
    }
}
