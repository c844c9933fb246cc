package slope.fit.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Selections whose result can be found with a pencil.
class GreedySelectionTest {
    private static final double[] ACTUAL = {3, -1, 4, 1};
    private static final double[] ERROR = {1, 2, -1, 0.5};

    @Test
    void errorsThatCancelAreAddedInTheSharesThatCancelThem() {
        List<double[]> candidates = List.of(off(1), off(-2), off(5));
        assertThat(new GreedySelection(candidates, GreedySelectionTest::squaredError, 25).counts())
                .containsExactly(2, 1, 0);
    }

    @Test
    void oneThatIsRightIsEnough() {
        List<double[]> candidates = List.of(off(0.5), off(0), off(-0.5));
        assertThat(new GreedySelection(candidates, GreedySelectionTest::squaredError, 25).counts())
                .containsExactly(0, 1, 0);
    }

    @Test
    void ofEquallyGoodOnesTheFirstIsTaken() {
        List<double[]> candidates = List.of(off(1), off(1), off(-1), off(-1));
        assertThat(new GreedySelection(candidates, GreedySelectionTest::squaredError, 25).counts())
                .containsExactly(1, 0, 1, 0);
    }

    /// 3 is taken first. Then 3 again and 0 are as good; only with 3 twice the third round comes to
    /// {0, 3, 3}, and otherwise to {0, 0, 3}, which is better.
    @Test
    void ofEquallyGoodOnesTheOneThatIsInIsTaken() {
        Map<Double, Double> losses = Map.of(0.0, 5.0, 3.0, 1.0, 1.5, 1.0, 2.0, 0.7, 1.0, 0.5);
        List<double[]> candidates = List.of(new double[] {0}, new double[] {3});
        assertThat(new GreedySelection(candidates, mean -> losses.get(mean[0]), 3).counts())
                .containsExactly(1, 2);
    }

    /// All have the same hits; the second is nearest, and its mean with the third nearer still.
    @Test
    void ofEquallyGoodOnesTheFinerLossChooses() {
        SelectionLoss hits = new SelectionLoss() {
            @Override
            public double of(double[] mean) {
                return mean[0] > 0.5 ? 0 : 1;
            }

            @Override
            public double finer(double[] mean) {
                return Math.abs(mean[0] - 0.75);
            }
        };
        List<double[]> candidates = List.of(new double[] {0.6}, new double[] {0.7}, new double[] {0.8});
        assertThat(new GreedySelection(candidates, hits, 25).counts()).containsExactly(0, 1, 1);
    }

    @Test
    void roundsAfterTheBestOneAreCutOff() {
        SelectionLoss loss = mean -> Math.abs(mean[0] - 0.5);
        List<double[]> candidates = List.of(new double[] {0}, new double[] {1});
        assertThat(new GreedySelection(candidates, loss, 25).counts()).containsExactly(1, 1);
        assertThat(new GreedySelection(candidates, loss, 1).counts()).containsExactly(1, 0);
    }

    /// The mean of some equal numbers is another one, by rounding, and its loss may be lower.
    @Test
    void roundingIsNoReasonForAnotherRound() {
        double[] candidate = {0.1, 1.0 / 3, 0.7, 1e-3};
        SelectionLoss loss = mean -> 1 - 1e-16 * mean[0] - (mean[0] == 0.1 ? 0 : 1e-15);
        assertThat(new GreedySelection(List.of(candidate), loss, 25).counts()).containsExactly(1);
    }

    @Test
    void whereNothingHasAScoreTheFirstIsTaken() {
        List<double[]> candidates = List.of(off(1), off(2));
        assertThat(new GreedySelection(candidates, mean -> Double.MAX_VALUE, 25).counts())
                .containsExactly(1, 0);
    }

    private static double[] off(double by) {
        double[] predicted = ACTUAL.clone();
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] += by * ERROR[row];
        }
        return predicted;
    }

    private static double squaredError(double[] predicted) {
        double sum = 0;
        for (int row = 0; row < predicted.length; row++) {
            sum += (predicted[row] - ACTUAL[row]) * (predicted[row] - ACTUAL[row]);
        }
        return sum < 1e-20 ? 0 : sum;
    }
}
