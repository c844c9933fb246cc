package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.NumberColumn;
import slope.table.Table;

class ThresholdTest {
    /// Each row's code holds its probability in eighths, its class and its weight.
    private static ScoredRows rows(List<Integer> codes, double threshold) {
        double[] probabilities = codes.stream()
                .mapToDouble(code -> code % 9 / 8.0)
                .flatMap(second -> DoubleStream.of(1 - second, second))
                .toArray();
        double[] actual = codes.stream().mapToDouble(code -> code / 9 % 2).toArray();
        double[] weights =
                codes.stream().mapToDouble(code -> code / 18 % 3 + 0.5).toArray();
        return rows(probabilities, threshold, actual, weights);
    }

    private static ScoredRows rows(double[] probabilities, double threshold, double[] actual, double[] weights) {
        return new ClassPredictions("y", List.of("no", "yes"), probabilities, Optional.of(new Threshold(threshold)))
                .against(actual, weights);
    }

    private static double predicted(ScoredRows rows, int actual) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += rows.predicted(row) == 1 && rows.actual(row) == actual ? rows.weight(row) : 0;
        }
        return sum;
    }

    private static double cost(ScoredRows rows) {
        double actual = 0;
        for (int row = 0; row < rows.rows(); row++) {
            actual += rows.actual(row) == 1 ? rows.weight(row) : 0;
        }
        return 3 * predicted(rows, 0) + 5 * (actual - predicted(rows, 1));
    }

    private static double besideShare(ScoredRows rows) {
        return Math.abs((predicted(rows, 0) + predicted(rows, 1)) / rows.weight() - 0.25);
    }

    private static void assertLeast(Threshold.Choice choice, List<Integer> codes, ToDoubleFunction<ScoredRows> loss) {
        double chosen =
                loss.applyAsDouble(rows(codes, choice.on(rows(codes, 0.5)).probability()));
        for (double any = 1 / 16.0; any < 1; any += 1 / 8.0) { // between the probabilities
            assertThat(chosen).isLessThanOrEqualTo(loss.applyAsDouble(rows(codes, any)) + 1e-12);
        }
    }

    @Property(seed = "1")
    void noThresholdIsBetterThanTheChosenOne(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 53) Integer> codes) {
        assertLeast(new Threshold.LowestCost(3, 5), codes, ThresholdTest::cost);
        assertLeast(new Threshold.Rate(0.25), codes, ThresholdTest::besideShare);
        if (codes.stream().anyMatch(code -> code / 9 % 2 == 1)) {
            assertLeast(new Threshold.HighestF1(), codes, rows -> -rows.score(Metric.F1));
        }
    }

    @Test
    void itLiesInTheMiddleBetweenTwoProbabilities() {
        ScoredRows rows =
                rows(new double[] {0.9, 0.1, 0.7, 0.3, 0.6, 0.4}, 0.5, new double[] {0, 0, 1}, new double[] {1, 1, 1});

        assertThat(new Threshold.HighestF1().on(rows).probability()).isCloseTo(0.35, within(1e-15));
        assertThat(new Threshold.Rate(2 / 3.0).on(rows).probability()).isCloseTo(0.2, within(1e-15));
        assertThat(new Threshold.LowestCost(1, 0).on(rows).probability()).isCloseTo(0.7, within(1e-15));
        assertThat(new Threshold.Given(0.25).on(rows).probability()).isEqualTo(0.25);
    }

    @Test
    void theSecondClassIsPredictedFromItOn() {
        Classes classes = new Classes("y", List.of("no", "yes")).with(new Threshold(0.25));
        double[] decoded = {0.75, 0.25, 0.8, 0.2, 0.1, 0.9};
        ClassPredictions predictions = classes.predictions(decoded);

        assertThat(List.of(predictions.text(0), predictions.text(1), predictions.text(2)))
                .containsExactly("yes", "no", "yes");
        double[] actual = {1, 0, 0};
        assertThat(predictions.scores(actual).score(Metric.ACCURACY)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(predictions.scores(actual).score(Metric.F1)).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void rowsOfSeveralThresholdsKeepTheirs() {
        double[] decoded = {0.7, 0.3};
        double[] one = {1};
        ScoredRows both = ScoredRows.concat(List.of(rows(decoded, 0.2, one, one), rows(decoded, 0.4, one, one)));

        assertThat(both.predicted(0)).isEqualTo(1);
        assertThat(both.predicted(1)).isZero();
    }

    @Test
    void theBaselineIsTheMostFrequentClassWhateverTheThreshold() {
        Classes classes = new Classes("y", List.of("no", "yes")).with(new Threshold(0.1));
        Table row = Table.of(NumberColumn.of("x", 1));

        assertThat(classes.baseline(new double[] {0.75, 0.25}, row).text(0)).isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "cost:5,1", "cost:0,2.5", "rate:0.1", "0.3", "0", "1"})
    void aChoiceIsReadAsItIsWritten(String text) {
        assertThat(Threshold.Choice.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "F1",
                "f1:1",
                "cost:5",
                "cost:5,1,2",
                "cost:a,b",
                "rate:",
                "rate:1,2",
                "best",
                "0.3,0.4",
                "cost",
                "x:0.3",
                "-0.1",
                "1.1",
                "NaN",
                "rate:2",
                "cost:-1,1",
                "cost:0,0",
                "cost:Infinity,1",
                "cost:NaN,1"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Threshold.Choice.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
