package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the normal distribution in double precision gives where numbers end.
class DoubleLimitsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void infinitiesGoToTheLimits() {
        assertThat(DoubleNormalDistribution.cumulative(INFINITY)).isEqualTo(1);
        assertThat(DoubleNormalDistribution.cumulative(-INFINITY)).isZero();
        assertThat(DoubleNormalDistribution.density(-INFINITY)).isZero();
    }

    @Test
    void largestAndSmallestNumbersAreReached() {
        assertThat(DoubleNormalDistribution.cumulative(-38.46)).isBetween(Double.MIN_VALUE, 3 * Double.MIN_VALUE);
    }

    @Test
    void thePointsBetweenAreExact() {
        assertThat(DoubleNormalDistribution.cumulative(0)).isEqualTo(0.5);
    }

    @Test
    void notANumberStaysVisible() {
        assertThat(DoubleNormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(DoubleNormalDistribution.density(Double.NaN)).isNaN();
    }
}
