package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;
import slope.model.CalibrationSummary;
import slope.model.CalibrationSummary.OfClass;
import slope.model.CalibrationSummary.OfQuantile;
import slope.table.NumberColumn;
import slope.target.Classes;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;

class CalibrationsTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    /// 0.25 where one of four is, 0.75 where three of four are: each bin is right, and the parts add up.
    @Test
    void ofTwoClassesTheSecondIsTold() {
        double[] probabilities = new double[16];
        double[] actual = new double[8];
        for (int row = 0; row < 8; row++) {
            probabilities[2 * row + 1] = row < 4 ? 0.25 : 0.75;
            probabilities[2 * row] = 1 - probabilities[2 * row + 1];
            actual[row] = row == 0 || row >= 5 ? 1 : 0;
        }
        Target target = new Classes("answer", List.of("no", "yes"));

        CalibrationSummary summary = Calibrations.summary(
                        target.predictions(probabilities),
                        ScoredRows.of(Form.CLASSES, probabilities, 2, actual, ones(8)))
                .orElseThrow();

        OfClass yes = summary.classes().getFirst();
        assertThat(summary.classes()).hasSize(1);
        assertThat(yes.name()).isEqualTo("yes");
        assertThat(yes.error()).isCloseTo(0, ROUNDING);
        assertThat(yes.brier().score()).isCloseTo(3.0 / 16, ROUNDING);
        assertThat(yes.brier().miscalibration()
                        - yes.brier().discrimination()
                        + yes.brier().uncertainty())
                .isCloseTo(yes.brier().score(), ROUNDING);
        assertThat(summary.quantiles()).isEmpty();
    }

    @Test
    void quantilesTellTheShareOfRowsUpToThem() {
        double[] predicted = {1, 3, 1, 3, 1, 3, 1, 3};
        double[] actual = {0, 2, 3, 4};
        Target target = new Quantiles(scale(), List.of(0.25, 0.75));
        assertThat(Calibrations.summary(
                                target.predictions(predicted),
                                ScoredRows.ofQuantiles(predicted, List.of(0.25, 0.75), actual, ones(4)))
                        .orElseThrow()
                        .quantiles())
                .containsExactly(new OfQuantile(0.25, 0.25), new OfQuantile(0.75, 0.75));
    }

    @Test
    void numbersAndVeryManyClassesHaveNone() {
        Target number = new Numbers(List.of(scale()));
        assertThat(Calibrations.summary(
                        number.predictions(new double[] {1}),
                        ScoredRows.of(Form.NUMBERS, new double[] {1}, 1, new double[] {1}, ones(1))))
                .isEmpty();
        List<String> names = IntStream.range(0, 51).mapToObj(each -> "c" + each).toList();
        Target many = new Classes("class", names);
        double[] probabilities = new double[51];
        Arrays.fill(probabilities, 1.0 / 51);
        assertThat(Calibrations.summary(
                        many.predictions(probabilities),
                        ScoredRows.of(Form.CLASSES, probabilities, 51, new double[] {3}, ones(1))))
                .isEmpty();
    }

    private static TargetScale scale() {
        return TargetScale.fit(NumberColumn.of("size", 1.5, 2.5, 3.25), TargetScale.Range.UNBOUNDED);
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
