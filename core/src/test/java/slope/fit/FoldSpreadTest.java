package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import slope.metric.Metric;

class FoldSpreadTest {
    /// 0.8, 0.9 and 1.0, tested on half as many rows as were trained on: s² = 0.01, standard error
    /// √((1/3 + 1/2)·0.01), and t with 2 degrees of freedom is 4.302653.
    @Test
    void theStandardErrorIsTheCorrectedOne() {
        FoldSpread spread = FoldSpread.of(new double[] {0.8, 0.9, 1.0}, 0.5);
        double standardError = Math.sqrt(5.0 / 6 * 0.01);
        assertThat(spread.mean()).isCloseTo(0.9, within(1e-12));
        assertThat(spread.standardError()).isCloseTo(standardError, within(1e-12));
        assertThat(spread.high()).isCloseTo(0.9 + 4.302652730 * standardError, within(1e-8));
        assertThat(spread.low()).isCloseTo(0.9 - 4.302652730 * standardError, within(1e-8));
        assertThat(spread.folds()).isEqualTo(3);
    }

    @Test
    void oneFoldHasNoSpread() {
        FoldSpread spread = FoldSpread.of(new double[] {0.8}, 0.5);
        assertThat(spread.mean()).isEqualTo(0.8);
        assertThat(spread.low()).isNaN();
        assertThat(FoldSpread.of(new double[0], 0.5).mean()).isNaN();
    }

    /// Folds without an error are not sure that there is none.
    @Test
    void foldsWithTheSameScoreHaveNoInterval() {
        FoldSpread spread = FoldSpread.of(new double[] {1, 1, 1, 1}, 0.25);
        assertThat(spread.standardError()).isZero();
        assertThat(spread.low()).isNaN();
        assertThat(spread.of(Metric.ACCURACY).high()).isNaN();
    }

    @Test
    void noIntervalPassesWhatIsPerfect() {
        FoldSpread spread = FoldSpread.of(new double[] {0.5, 0.9}, 0.5);
        assertThat(spread.high()).isGreaterThan(1);
        assertThat(spread.of(Metric.ACCURACY).high()).isEqualTo(1);
        assertThat(spread.of(Metric.ACCURACY).low()).isEqualTo(spread.low()).isNegative();
        assertThat(spread.of(Metric.LOG_LOSS).low()).isZero();
        assertThat(spread.of(Metric.COVERAGE)).isEqualTo(spread);
    }
}
