package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;

class ThresholdCurveTest {
    @Test
    void theTableHasTheThresholdWithTheHighestF1() {
        ThresholdCurve curve = curve(500);
        double highest = curve.points().stream()
                .mapToDouble(point -> curve.at(point.threshold()).f1())
                .max()
                .orElseThrow();

        List<ThresholdScores> table = curve.table();

        assertThat(table).isSortedAccordingTo(Comparator.comparingDouble(ThresholdScores::threshold));
        assertThat(table).extracting(ThresholdScores::f1).contains(highest);
        assertThat(table).extracting(ThresholdScores::threshold).contains(0.05, 0.5, 0.95);
    }

    @Test
    void aThinnedCurveKeepsItsEndsAndItsShape() {
        ThresholdCurve curve = curve(5000);

        List<ThresholdCurve.Point> thinned = curve.thinned(200).points();

        assertThat(thinned).hasSizeBetween(150, 200);
        assertThat(thinned.getFirst()).isEqualTo(curve.points().getFirst());
        assertThat(thinned.getLast()).isEqualTo(curve.points().getLast());
        for (int index = 1; index < thinned.size(); index++) {
            assertThat(thinned.get(index).recall() - thinned.get(index - 1).recall())
                    .isLessThan(0.02);
        }
    }

    @Test
    void aShortCurveStaysAsItIs() {
        ThresholdCurve curve = curve(100);
        assertThat(curve.thinned(200)).isEqualTo(curve);
    }

    private static ThresholdCurve curve(int rows) {
        SplitRandom random = SplitRandom.of(1, rows);
        double[] probabilities = new double[rows];
        boolean[] observed = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            probabilities[row] = random.nextDouble();
            observed[row] = random.nextDouble() < probabilities[row];
        }
        return ThresholdCurve.of(probabilities, observed);
    }
}
