package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.target.QuantilePredictions;

class IntervalCoverageTest {

    /// So many of 1,000 rows between two quantiles that 0 and 1 stand for.
    private static IntervalCoverage covering(int observed, double lower, double upper, double weight) {
        double[] values = new double[2_000];
        double[] actual = new double[1_000];
        double[] weights = new double[1_000];
        Arrays.fill(weights, weight);
        for (int row = 0; row < 1_000; row++) {
            values[2 * row + 1] = 1;
            actual[row] = row < observed ? 0.5 : 2;
        }
        QuantilePredictions predictions = new QuantilePredictions("y", List.of(lower, upper), values);
        return IntervalCoverage.of(predictions.against(actual, weights)).getFirst();
    }

    @Test
    void aShareFarFromWhatWasAskedIsOff() {
        assertThat(covering(940, 0.1, 0.9, 1).observed()).isCloseTo(0.94, within(1e-12));
        assertThat(covering(940, 0.1, 0.9, 1).nominal()).isCloseTo(0.8, within(1e-12));
        assertThat(covering(940, 0.1, 0.9, 1).isMiscalibrated()).isTrue();
        assertThat(covering(700, 0.1, 0.9, 1).isMiscalibrated()).isTrue();
    }

    /// 1.96 · √(0.8 · 0.2 / 1000) = 0.0248.
    @Test
    void whatTheChoiceOfRowsExplainsIsNot() {
        assertThat(covering(800, 0.1, 0.9, 1).samplingError()).isCloseTo(0.0248, within(5e-5));
        assertThat(covering(824, 0.1, 0.9, 1).isMiscalibrated()).isFalse();
        assertThat(covering(825, 0.1, 0.9, 1).isMiscalibrated()).isTrue();
        assertThat(covering(776, 0.1, 0.9, 1).isMiscalibrated()).isFalse();
    }

    /// By the binomial distribution 3.4 of 100 samples of 60 rows are as far off.
    @Test
    void sixtyRowsAreEnoughToTell() {
        assertThat(new IntervalCoverage(0.1, 0.9, 54.0 / 60, 60).isMiscalibrated())
                .isFalse();
        assertThat(new IntervalCoverage(0.1, 0.9, 55.0 / 60, 60).isMiscalibrated())
                .isTrue();
    }

    @Test
    void equalWeightsMakeNoRowsOfNothing() {
        assertThat(covering(833, 0.1, 0.9, 100).rows()).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void rowsThatCountNothingAreNoRows() {
        QuantilePredictions predictions =
                new QuantilePredictions("y", List.of(0.5, 0.9), new double[] {0, 1, 0, 1, 0, 1, 0, 1});

        IntervalCoverage interval = IntervalCoverage.of(
                        predictions.against(new double[] {0.5, 9, 0.5, 9}, new double[] {1, 1, 0, 0}))
                .getFirst();
        assertThat(interval.rows()).isEqualTo(2);
        assertThat(interval.observed()).isEqualTo(0.5);
    }

    @Test
    void quantilesPairFromTheOutsideIn() {
        QuantilePredictions five =
                new QuantilePredictions("y", List.of(0.05, 0.2, 0.5, 0.8, 0.95), new double[] {0, 1, 2, 3, 4});
        List<IntervalCoverage> pairs = IntervalCoverage.of(five.against(new double[] {3.5}, new double[] {1}));

        assertThat(pairs).extracting(IntervalCoverage::lower).containsExactly(0.05, 0.2);
        assertThat(pairs).extracting(IntervalCoverage::upper).containsExactly(0.95, 0.8);
        assertThat(pairs).extracting(IntervalCoverage::observed).containsExactly(1.0, 0.0);
    }

    @Test
    void aSingleQuantileIsHeldAgainstTheRowsUpToIt() {
        QuantilePredictions one = new QuantilePredictions("y", List.of(0.9), new double[] {5, 5});
        List<IntervalCoverage> single = IntervalCoverage.of(one.against(new double[] {-1e9, 6}, new double[] {1, 1}));

        assertThat(single).hasSize(1);
        assertThat(single.getFirst().observed()).isEqualTo(0.5);
        assertThat(single.getFirst().nominal()).isEqualTo(0.9);
    }
}
