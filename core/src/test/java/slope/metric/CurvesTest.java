package slope.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import slope.evaluation.ThresholdCurve;

class CurvesTest {
    private static final double[] PROBABILITIES = {0.05, 0.15, 0.15, 0.85, 0.95, 1.0};
    private static final boolean[] HAPPENED = {false, true, false, true, false, true};

    @Test
    void eachThresholdHasItsHitsAndFalseAlarms() {
        ThresholdCurve curve = ThresholdCurve.of(PROBABILITIES, HAPPENED);
        assertThat(curve.points())
                .extracting(ThresholdCurve.Point::truePositives)
                .containsExactly(0, 1, 1, 2, 3, 3);
        assertThat(curve.points())
                .extracting(ThresholdCurve.Point::falsePositives)
                .containsExactly(0, 0, 1, 1, 2, 3);
        assertThat(curve.points().getLast().recall()).isEqualTo(1);
        assertThat(curve.points().getLast().falsePositiveRate()).isEqualTo(1);
        assertThat(curve.points().get(3).precision()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void theAreaUnderTheCurveIsTheAuc() {
        double area = 0;
        var points = ThresholdCurve.of(PROBABILITIES, HAPPENED).points();
        for (int index = 1; index < points.size(); index++) {
            area += (points.get(index).falsePositiveRate()
                            - points.get(index - 1).falsePositiveRate())
                    * (points.get(index).recall() + points.get(index - 1).recall())
                    / 2;
        }
        double[] classes = {0, 1, 0, 1, 0, 1};
        double[] ones = {1, 1, 1, 1, 1, 1};
        ScoredRows rows = ScoredRows.of(ScoredRows.Form.LABELS, PROBABILITIES, 1, classes, ones);
        assertThat(area).isCloseTo(rows.score(Metric.AUC), within(1e-12));
    }

    /// Weights that are not finite give such probabilities.
    @Test
    void probabilitiesThatAreNoNumbersHaveNoAuc() {
        double[] probabilities = {0.05, Double.NaN, 0.15, Double.NaN};
        double[] classes = {0, 1, 0, 1};
        double[] ones = {1, 1, 1, 1};
        ScoredRows rows = ScoredRows.of(ScoredRows.Form.LABELS, probabilities, 1, classes, ones);

        assertThat(rows.score(Metric.AUC)).isNaN();
        assertThat(ThresholdCurve.of(probabilities, new boolean[] {false, true, false, true})
                        .table())
                .isNotEmpty();
    }
}
