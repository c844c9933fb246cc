package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;
import slope.table.NumberColumn;

class BootstrapTest {
    /// Of 100 rows, 80 right: the middle 95 of 100 binomial samples have 72 to 87.5 right (72 to 88 by its quantiles).
    @Test
    void aShareOfGroupsHasTheQuantilesOfTheBinomialDistribution() {
        double[] group = IntStream.range(0, 100).asDoubleStream().toArray();
        ScoreInterval accuracy = accuracy(Bootstrap.ofGroups(NumberColumn.of("patient", group), 1), right(100, 80));
        assertThat(accuracy.low()).isCloseTo(0.72, within(0.0101));
        assertThat(accuracy.high()).isCloseTo(0.875, within(0.0101));
    }

    /// Wilson's of 80 of 100: 0.71117 to 0.86663, as SciPy's `binomtest(80, 100).proportion_ci(method="wilson")`.
    @Test
    void anAccuracyOfRowsHasWilsonsInterval() {
        ScoreIntervals intervals =
                Bootstrap.ofRows(100, 1).intervals(right(100, 80), List.of(Metric.ACCURACY, Metric.BRIER));
        ScoreInterval accuracy = intervals.of(Metric.ACCURACY).orElseThrow();
        assertThat(accuracy.low()).isCloseTo(0.71117, within(0.00002));
        assertThat(accuracy.high()).isCloseTo(0.86663, within(0.00002));
        assertThat(intervals.shares()).containsExactly(Metric.ACCURACY);
        assertThat(intervals.unseen()).isEmpty();
        assertThat(intervals.resamples()).isEqualTo(2_000);
        assertThat(intervals.units()).isEqualTo(100);
        assertThat(intervals.areOfFew()).isFalse();
    }

    /// 300 samples of 150 rows, of which 7 of 10 are right in truth: 275 to 293 of 300 intervals that cover 95 of 100
    /// contain it (binomial, 999 of 1,000); those of percentiles are a little short.
    @Test
    void intervalsCoverWhatAllRowsWouldShow() {
        int covered = 0;
        for (int sample = 0; sample < 300; sample++) {
            SplitRandom random = SplitRandom.of(77, sample);
            int right = (int) IntStream.range(0, 150)
                    .filter(ignored -> random.nextDouble() < 0.7)
                    .count();
            ScoreInterval interval = accuracy(Bootstrap.ofRows(150, sample), right(150, right));
            covered += interval.contains(0.7) ? 1 : 0;
        }
        assertThat(covered).isBetween(270, 294);
    }

    /// 1 − 1 / (1 + z²/n) of rows may be wrong though none of n is; samples of them never are.
    @Test
    void rowsWithoutAnErrorDoNotPromiseThatThereIsNone() {
        List<Metric> metrics = List.of(Metric.ACCURACY, Metric.LOG_LOSS, Metric.BRIER, Metric.AUC, Metric.MCC);
        double[] second = IntStream.range(0, 40)
                .mapToDouble(row -> row < 20 ? 0.01 * row : 0.6 + 0.01 * row)
                .toArray();
        double[] actual =
                IntStream.range(0, 40).mapToDouble(row -> row < 20 ? 0 : 1).toArray();
        ScoreIntervals intervals = Bootstrap.ofRows(40, 1).intervals(classes(second, actual), metrics);
        assertThat(intervals.of(Metric.ACCURACY)).contains(new ScoreInterval(1 / (1 + 1.96 * 1.96 / 40), 1));
        assertThat(intervals.unseen()).containsExactly(Metric.LOG_LOSS, Metric.BRIER, Metric.AUC, Metric.MCC);
        assertThat(intervals.intervals()).containsOnlyKeys(Metric.ACCURACY);
    }

    /// One of 40 is wrong: its loss is seen.
    @Test
    void oneErrorIsEnoughForTheBootstrap() {
        ScoreIntervals intervals = Bootstrap.ofRows(40, 1)
                .intervals(right(40, 39), List.of(Metric.LOG_LOSS, Metric.BRIER, Metric.MACRO_F1));
        assertThat(intervals.unseen()).doesNotContain(Metric.LOG_LOSS, Metric.BRIER);
    }

    /// All rows of all groups are right: how the groups of others would do is not known.
    @Test
    void groupsWithoutAnErrorHaveNoInterval() {
        double[] group = IntStream.range(0, 100).mapToDouble(row -> row % 30).toArray();
        ScoreIntervals intervals = Bootstrap.ofGroups(NumberColumn.of("patient", group), 1)
                .intervals(right(100, 100), List.of(Metric.ACCURACY));
        assertThat(intervals.of(Metric.ACCURACY)).isEmpty();
        assertThat(intervals.unseen()).containsExactly(Metric.ACCURACY);
    }

    /// Wilson's interval is of rows that count once.
    @Test
    void weightedSharesAreResampled() {
        double[] weights =
                IntStream.range(0, 100).mapToDouble(row -> row < 10 ? 20 : 1).toArray();
        double[] predicted = new double[200];
        for (int row = 0; row < 100; row++) {
            predicted[2 * row + (row < 80 ? 0 : 1)] = 1;
        }
        ScoredRows rows = ScoredRows.of(Form.CLASSES, predicted, 2, new double[100], weights);
        ScoreIntervals intervals = Bootstrap.ofRows(100, 1).intervals(rows, List.of(Metric.ACCURACY));
        assertThat(intervals.shares()).isEmpty();
        assertThat(intervals.of(Metric.ACCURACY)).isPresent();
    }

    /// Two models that err on the same rows: by how much they differ on others is not known.
    @Test
    void equalPredictionsHaveNoIntervalOfTheirDifference() {
        ScoreIntervals intervals = Bootstrap.ofRows(50, 1)
                .differences(right(50, 40), right(50, 40), List.of(Metric.ACCURACY, Metric.BRIER));
        assertThat(intervals.unseen()).containsExactly(Metric.ACCURACY, Metric.BRIER);
    }

    /// The mean absolute error of skewed errors, whose mean is 1.
    @Test
    void intervalsOfSkewedErrorsCover() {
        int covered = 0;
        for (int sample = 0; sample < 300; sample++) {
            SplitRandom random = SplitRandom.of(78, sample);
            double[] errors = IntStream.range(0, 200)
                    .mapToDouble(ignored -> -StrictMath.log(1 - random.nextDouble()))
                    .toArray();
            ScoreInterval interval = Bootstrap.ofRows(200, sample)
                    .intervals(numbers(errors, new double[200]), List.of(Metric.MAE))
                    .of(Metric.MAE)
                    .orElseThrow();
            covered += interval.contains(1) ? 1 : 0;
        }
        assertThat(covered).isBetween(268, 294);
    }

    /// Each row ten times: drawn by itself it seems to be ten times the evidence.
    @Test
    void groupsAreDrawnWhole() {
        double[] group = IntStream.range(0, 400).mapToDouble(row -> row % 40).toArray();
        double[] predicted = IntStream.range(0, 400)
                .mapToDouble(row -> row % 40 < 30 ? 0.1 : 0.9)
                .toArray();
        ScoredRows rows = classes(predicted, new double[400]);
        ScoreInterval alone = accuracy(Bootstrap.ofRows(400, 1), rows);
        Bootstrap byGroup = Bootstrap.ofGroups(NumberColumn.of("patient", group), 1);
        ScoreInterval whole = accuracy(byGroup, rows);
        double times = (whole.high() - whole.low()) / (alone.high() - alone.low());
        assertThat(times).isCloseTo(Math.sqrt(10), within(0.35));
        assertThat(byGroup.intervals(rows, List.of(Metric.ACCURACY)).units()).isEqualTo(40);
        assertThat(byGroup.intervals(rows, List.of(Metric.ACCURACY)).areGroups())
                .isTrue();
    }

    @Test
    void fewGroupsAreSaid() {
        double[] group = IntStream.range(0, 100).mapToDouble(row -> row % 19).toArray();
        assertThat(Bootstrap.ofGroups(NumberColumn.of("patient", group), 1)
                        .intervals(right(100, 60), List.of(Metric.ACCURACY))
                        .areOfFew())
                .isTrue();
    }

    /// Rows that are drawn together in large tables: the interval has the width of single rows.
    @Test
    void largeTablesHaveIntervalsOfTheSameWidth() {
        ScoreInterval accuracy = accuracy(Bootstrap.ofRows(90_000, 1), right(90_000, 63_000));
        double width = 2 * 1.96 * Math.sqrt(0.7 * 0.3 / 90_000);
        assertThat(accuracy.high() - accuracy.low()).isCloseTo(width, within(0.1 * width));
        assertThat(accuracy.contains(0.7)).isTrue();
    }

    /// Two models that err alike differ for sure, however uncertain each score is.
    @Test
    void differencesArePaired() {
        double[] errors = SplitRandom.of(4).doubles(100).map(each -> 10 * each).toArray();
        double[] smaller = Arrays.stream(errors).map(each -> each - 0.01).toArray();
        ScoreInterval gain = Bootstrap.ofRows(100, 1)
                .differences(numbers(errors, new double[100]), numbers(smaller, new double[100]), List.of(Metric.RMSE))
                .of(Metric.RMSE)
                .orElseThrow();
        assertThat(gain.low()).isBetween(-0.01, -0.005);
        assertThat(gain.high()).isLessThan(0);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        ScoredRows rows = right(50, 31);
        assertThat(accuracy(Bootstrap.ofRows(50, 9), rows)).isEqualTo(accuracy(Bootstrap.ofRows(50, 9), rows));
    }

    /// One row of the second class in thirty: every third sample has none, and no area under the ROC curve.
    @Test
    void whatManySamplesDoNotDefineHasNoInterval() {
        double[] actual = new double[30];
        actual[7] = 1;
        ScoredRows rows = classes(SplitRandom.of(5).doubles(30).toArray(), actual);
        ScoreIntervals intervals = Bootstrap.ofRows(30, 1).intervals(rows, List.of(Metric.AUC, Metric.BRIER));
        assertThat(intervals.of(Metric.AUC)).isEmpty();
        assertThat(intervals.of(Metric.BRIER)).isPresent();
    }

    @Test
    void aSingleGroupHasNoInterval() {
        ScoreIntervals intervals = Bootstrap.ofGroups(NumberColumn.of("patient", 1, 1, 1), 1)
                .intervals(right(3, 2), List.of(Metric.ACCURACY));
        assertThat(intervals.of(Metric.ACCURACY)).isEmpty();
        assertThat(intervals.units()).isEqualTo(1);
    }

    @Test
    void otherRowsAreRefused() {
        assertThatThrownBy(() -> accuracy(Bootstrap.ofRows(3, 1), right(4, 2)))
                .hasMessage("the bootstrap draws from 3 rows, and 4 are scored");
    }

    private static ScoreInterval accuracy(Bootstrap bootstrap, ScoredRows rows) {
        return bootstrap
                .intervals(rows, List.of(Metric.ACCURACY))
                .of(Metric.ACCURACY)
                .orElseThrow();
    }

    private static ScoredRows right(int rows, int right) {
        double[] predicted = new double[rows];
        Arrays.fill(predicted, right, rows, 1);
        return classes(predicted, new double[rows]);
    }

    private static ScoredRows classes(double[] second, double[] actual) {
        double[] both = new double[2 * second.length];
        for (int row = 0; row < second.length; row++) {
            both[2 * row] = 1 - second[row];
            both[2 * row + 1] = second[row];
        }
        return ScoredRows.of(Form.CLASSES, both, 2, actual, ones(second.length));
    }

    private static ScoredRows numbers(double[] predicted, double[] actual) {
        return ScoredRows.of(Form.NUMBERS, predicted, 1, actual, ones(predicted.length));
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
