package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the functions in double precision give where numbers end.
class DoubleLimitsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void infinitiesGoToTheLimits() {
        assertThat(DoubleExponential.expMinusOne(INFINITY)).isEqualTo(INFINITY);
        assertThat(DoubleExponential.expMinusOne(-INFINITY)).isEqualTo(-1);
        assertThat(DoubleLogarithm.logOnePlus(INFINITY)).isEqualTo(INFINITY);
        assertThat(DoubleHyperbolicTangent.tanh(INFINITY)).isEqualTo(1);
        assertThat(DoubleHyperbolicTangent.tanh(-INFINITY)).isEqualTo(-1);
        assertThat(DoubleTrigonometry.cos(INFINITY)).isNaN();
        assertThat(DoubleTrigonometry.sin(-INFINITY)).isNaN();
        assertThat(DoubleNormalDistribution.cumulative(INFINITY)).isEqualTo(1);
        assertThat(DoubleNormalDistribution.cumulative(-INFINITY)).isZero();
        assertThat(DoubleNormalDistribution.density(-INFINITY)).isZero();
    }

    @Test
    void largestAndSmallestNumbersAreReached() {
        assertThat(DoubleExponential.expMinusOne(709.78)).isBetween(1.79e308, Double.MAX_VALUE);
        assertThat(DoubleExponential.expMinusOne(709.79)).isEqualTo(INFINITY);
        assertThat(DoubleLogarithm.logOnePlus(Double.MAX_VALUE)).isEqualTo(709.782712893384);
        assertThat(DoubleNormalDistribution.cumulative(-38.46)).isBetween(Double.MIN_VALUE, 3 * Double.MIN_VALUE);
    }

    /// Near 0 these are z itself, also where doubles have fewer digits.
    @Test
    void subnormalNumbersStay() {
        for (double z : new double[] {Double.MIN_VALUE, -Double.MIN_VALUE, 0x1.8p-1050, -Double.MIN_NORMAL}) {
            assertThat(DoubleExponential.expMinusOne(z)).isEqualTo(z);
            assertThat(DoubleLogarithm.logOnePlus(z)).isEqualTo(z);
            assertThat(DoubleHyperbolicTangent.tanh(z)).isEqualTo(z);
            assertThat(DoubleTrigonometry.sin(z)).isEqualTo(z);
        }
    }

    @Test
    void logarithmsHaveAPole() {
        assertThat(DoubleLogarithm.logOnePlus(-1)).isEqualTo(-INFINITY);
        assertThat(DoubleLogarithm.logOnePlus(Math.nextDown(-1.0))).isNaN();
        assertThat(DoubleLogarithm.logOnePlus(Math.nextUp(-1.0))).isEqualTo(-36.7368005696771);
    }

    @Test
    void thePointsBetweenAreExact() {
        assertThat(DoubleExponential.expMinusOne(0)).isZero();
        assertThat(DoubleLogarithm.logOnePlus(0)).isZero();
        assertThat(DoubleTrigonometry.cos(0)).isEqualTo(1);
        assertThat(DoubleTrigonometry.sin(0)).isZero();
        assertThat(DoubleNormalDistribution.cumulative(0)).isEqualTo(0.5);
    }

    @Test
    void theHyperbolicTangentKeepsTheSignOfZero() {
        assertThat(DoubleHyperbolicTangent.tanh(0.0)).isEqualTo(0.0);
        assertThat(DoubleHyperbolicTangent.tanh(-0.0)).isEqualTo(-0.0);
    }

    @Test
    void anglesBeyondThePolynomialsAreExactToo() {
        assertThat(DoubleTrigonometry.cos(1e22)).isEqualTo(0.523214785395139);
        assertThat(DoubleTrigonometry.sin(-1e22)).isEqualTo(0.8522008497671888);
    }

    @Test
    void notANumberStaysVisible() {
        assertThat(DoubleExponential.expMinusOne(Double.NaN)).isNaN();
        assertThat(DoubleLogarithm.logOnePlus(Double.NaN)).isNaN();
        assertThat(DoubleHyperbolicTangent.tanh(Double.NaN)).isNaN();
        assertThat(DoubleTrigonometry.cos(Double.NaN)).isNaN();
        assertThat(DoubleTrigonometry.sin(Double.NaN)).isNaN();
        assertThat(DoubleNormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(DoubleNormalDistribution.density(Double.NaN)).isNaN();
    }
}
