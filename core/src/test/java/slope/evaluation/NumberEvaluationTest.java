package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

class NumberEvaluationTest {
    @Test
    void eachColumnIsScoredByItself() {
        ScoredRows rows = ScoredRows.of(
                Form.NUMBERS, new double[] {1, 10, 2, 20}, 2, new double[] {1, 13, 4, 16}, new double[] {1, 1});

        List<NumberEvaluation> numbers = NumberEvaluation.of(List.of("a", "b"), rows);

        assertThat(numbers).extracting(NumberEvaluation::name).containsExactly("a", "b");
        assertThat(numbers.getFirst().metrics().score(Metric.MAE)).isEqualTo(1);
        assertThat(numbers.getLast().metrics().score(Metric.MAE)).isEqualTo(3.5);
        assertThat(numbers.getLast().points(500))
                .containsExactly(new NumberEvaluation.Point(10, 13), new NumberEvaluation.Point(20, 16));
    }

    @Test
    void theMiddleQuantileStandsForTheNumber() {
        ScoredRows rows = ScoredRows.ofQuantiles(
                new double[] {1, 2, 3, 4, 5, 6}, List.of(0.1, 0.5, 0.9), new double[] {2, 7}, new double[] {3, 1});

        NumberEvaluation middle =
                NumberEvaluation.of(List.of("low", "middle", "high"), rows).getFirst();

        assertThat(middle.name()).isEqualTo("middle");
        assertThat(middle.points(2))
                .containsExactly(new NumberEvaluation.Point(2, 2), new NumberEvaluation.Point(5, 7));
        assertThat(QuantileCalibration.of(rows))
                .containsExactly(
                        new QuantileCalibration(0.1, 0),
                        new QuantileCalibration(0.5, 0.75),
                        new QuantileCalibration(0.9, 0.75));
    }

    @Test
    void pointsAreNotMoreThanAskedFor() {
        double[] numbers = IntStream.range(0, 1001).mapToDouble(row -> row).toArray();
        double[] ones = new double[numbers.length];
        Arrays.fill(ones, 1);
        NumberEvaluation number = NumberEvaluation.of(
                        List.of("a"), ScoredRows.of(Form.NUMBERS, numbers, 1, numbers, ones))
                .getFirst();

        assertThat(number.points(500)).hasSize(334).last().isEqualTo(new NumberEvaluation.Point(999, 999));
    }

    @Test
    void extremeResidualsAreInTheOutermostBins() {
        double[] residuals = IntStream.range(-500, 500).mapToDouble(row -> row).toArray();
        residuals[0] = -1e9;
        residuals[999] = 1e9;
        residuals[500] = Double.NaN;

        List<ResidualHistogram.Bar> bins = ResidualHistogram.of(residuals).bins();

        assertThat(bins.stream().mapToInt(ResidualHistogram.Bar::rows).sum()).isEqualTo(999);
        assertThat(bins.getFirst().from()).isCloseTo(-495, within(2.0));
        assertThat(bins.getLast().to()).isCloseTo(494, within(2.0));
    }

    @Test
    void equalResidualsAreInOneBin() {
        assertThat(ResidualHistogram.of(new double[] {2, 2, 2}).bins())
                .filteredOn(bin -> bin.rows() > 0)
                .singleElement()
                .satisfies(bin -> {
                    assertThat(bin.rows()).isEqualTo(3);
                    assertThat(2.0).isBetween(bin.from(), bin.to());
                });
        assertThat(ResidualHistogram.of(new double[] {Double.NaN}).bins()).isEmpty();
    }
}
