package slope.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.internal.random.SplitRandom;
import slope.metric.ScoredRows.Form;

/// The short ways to score a sample are those of its rows with weights.
class ResampledScoreTest {
    private static final int ROWS = 60;

    static Stream<ScoredRows> predictions() {
        return Stream.of(
                ScoredRows.of(Form.CLASSES, probabilities(2), 2, whole(1, 2), weights()),
                ScoredRows.ofDecidedClasses(probabilities(2), decided(), whole(1, 2), weights()),
                ScoredRows.of(Form.CLASSES, probabilities(4), 4, whole(1, 3), weights()),
                ScoredRows.of(Form.LABELS, numbers(2, 1), 2, whole(2, 2), weights()),
                ScoredRows.of(Form.NUMBERS, numbers(2, 1000), 2, numbers(2, 1001), weights()),
                ScoredRows.of(Form.COUNTS, numbers(1, 3), 1, whole(1, 4), weights()),
                ScoredRows.ofAmounts(numbers(1, 3), 2, numbers(1, 4), weights()),
                ScoredRows.ofAmounts(numbers(1, 3), 1.5, whole(1, 3), weights()),
                ScoredRows.ofQuantiles(ascending(), List.of(0.1, 0.5, 0.9), numbers(1, 3), weights()));
    }

    /// The second class from a probability of 0.3 on.
    private static int[] decided() {
        double[] probabilities = probabilities(2);
        return IntStream.range(0, ROWS)
                .map(row -> probabilities[2 * row + 1] >= 0.3 ? 1 : 0)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("predictions")
    void areThoseOfRowsWithWeights(ScoredRows rows) {
        for (SamplingUnits units : List.of(SamplingUnits.ofRows(ROWS, 1), groups())) {
            SplitRandom random = SplitRandom.of(3);
            for (int draw = 0; draw < 5; draw++) {
                int[] counts = new int[units.count()];
                IntStream.range(0, counts.length).forEach(ignored -> counts[random.below(counts.length)]++);
                for (Metric metric : applying(rows)) {
                    double expected = metric.score(units.drawn(rows, counts));
                    assertThat(metric.resampled(rows, units).of(counts))
                            .as(metric.title())
                            .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    @Test
    void everyMetricIsAmongThem() {
        assertThat(predictions().flatMap(rows -> applying(rows).stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(Metric.ALL);
    }

    @Test
    void aSampleOfOneClassHasNoArea() {
        ScoredRows rows = ScoredRows.of(
                Form.CLASSES, new double[] {0.8, 0.2, 0.3, 0.7}, 2, new double[] {0, 1}, new double[] {1, 1});
        ResampledScore area = Metric.AUC.resampled(rows, SamplingUnits.ofRows(2, 1));
        assertThat(area.of(new int[] {2, 0})).isNaN();
        assertThat(area.of(new int[] {1, 1})).isEqualTo(1);
    }

    /// The rounding of the sums of squares is not taken for a variance.
    @Test
    void aSampleOfOneValueHasNoSharedVariance() {
        ScoredRows rows = ScoredRows.of(
                Form.NUMBERS, new double[] {1, 2, 3}, 1, new double[] {7, 0.1, 0.1}, new double[] {1, 1, 1});
        assertThat(Metric.R2.resampled(rows, SamplingUnits.ofRows(3, 1)).of(new int[] {0, 1, 2}))
                .isNaN();
    }

    /// An infinite loss of a row that was not drawn has no part in the sample.
    @Test
    void whatIsNotDrawnHasNoPart() {
        ScoredRows rows =
                ScoredRows.of(Form.NUMBERS, new double[] {1, Double.NaN}, 1, new double[] {3, 4}, new double[] {1, 1});
        ResampledScore error = Metric.MAE.resampled(rows, SamplingUnits.ofRows(2, 1));
        assertThat(error.of(new int[] {2, 0})).isEqualTo(2);
        assertThat(error.of(new int[] {1, 1})).isNaN();
    }

    @Test
    void manyRowsAreDrawnInUnitsOfEqualSize() {
        int rows = 3 * SamplingUnits.MOST + 1;
        SamplingUnits units = SamplingUnits.ofRows(rows, 5);
        int[] sizes = new int[units.count()];
        IntStream.range(0, rows).forEach(row -> sizes[units.of(row)]++);
        assertThat(Arrays.stream(sizes).summaryStatistics().getMin()).isEqualTo(3);
        assertThat(Arrays.stream(sizes).summaryStatistics().getMax()).isEqualTo(4);
        assertThat(units.rows()).isEqualTo(rows);
    }

    private static List<Metric> applying(ScoredRows rows) {
        return Metric.ALL.stream().filter(metric -> metric.appliesTo(rows)).toList();
    }

    private static SamplingUnits groups() {
        return SamplingUnits.ofGroups(
                IntStream.range(0, 12)
                        .mapToObj(group -> IntStream.range(0, ROWS)
                                .filter(row -> row * 7 % 12 == group)
                                .toArray())
                        .toList(),
                1);
    }

    private static double[] probabilities(int width) {
        double[] numbers = numbers(width, 1);
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int index = 0; index < width; index++) {
                numbers[row * width + index] = Math.rint(8 * numbers[row * width + index]) + 1; // some are tied
                sum += numbers[row * width + index];
            }
            for (int index = 0; index < width; index++) {
                numbers[row * width + index] /= sum;
            }
        }
        return numbers;
    }

    private static double[] numbers(int width, double largest) {
        SplitRandom random = SplitRandom.of(11, width, (long) largest);
        return random.doubles((long) ROWS * width).map(each -> largest * each).toArray();
    }

    private static double[] whole(int width, int most) {
        return Arrays.stream(numbers(width, 10))
                .map(each -> (int) (each * most / 10))
                .toArray();
    }

    private static double[] ascending() {
        double[] numbers = numbers(3, 3);
        for (int row = 0; row < ROWS; row++) {
            Arrays.sort(numbers, 3 * row, 3 * row + 3);
        }
        return numbers;
    }

    private static double[] weights() {
        return Arrays.stream(numbers(1, 7)).map(each -> Math.max(0, each - 1)).toArray();
    }
}
