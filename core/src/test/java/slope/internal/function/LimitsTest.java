package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the functions give where numbers end.
class LimitsTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void infinitiesGoToTheLimits() {
        assertThat(Exponential.exp(INFINITY)).isEqualTo(INFINITY);
        assertThat(Exponential.exp(-INFINITY)).isZero();
        assertThat(Exponential.expMinusOne(INFINITY)).isEqualTo(INFINITY);
        assertThat(Exponential.expMinusOne(-INFINITY)).isEqualTo(-1);
        assertThat(Logarithm.logOnePlus(INFINITY)).isEqualTo(INFINITY);
        assertThat(Logistic.sigmoid(INFINITY)).isEqualTo(1);
        assertThat(Logistic.sigmoid(-INFINITY)).isZero();
        assertThat(Logistic.softplus(INFINITY)).isEqualTo(INFINITY);
        assertThat(Logistic.softplus(-INFINITY)).isZero();
        assertThat(Logistic.mishShare(INFINITY)).isEqualTo(1);
        assertThat(Logistic.mishShare(-INFINITY)).isZero();
        assertThat(Logistic.mishSlope(INFINITY)).isEqualTo(1);
        assertThat(Logistic.geluTanhShare(INFINITY)).isEqualTo(1);
        assertThat(Logistic.geluTanhShare(-INFINITY)).isZero();
        assertThat(Logistic.geluTanhSlope(INFINITY)).isEqualTo(1);
        assertThat(Logistic.geluTanhSlope(-INFINITY)).isZero();
        assertThat(HyperbolicTangent.tanh(INFINITY)).isEqualTo(1);
        assertThat(HyperbolicTangent.tanh(-INFINITY)).isEqualTo(-1);
        assertThat(NormalDistribution.cumulative(INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(-INFINITY)).isZero();
        assertThat(NormalDistribution.density(-INFINITY)).isZero();
    }

    @Test
    void logarithmsHaveAPole() {
        assertThat(Logarithm.logOnePlus(-1)).isEqualTo(-INFINITY);
        assertThat(Logarithm.logOnePlus(Math.nextDown(-1f))).isNaN();
    }

    @Test
    void thePointsBetweenAreExact() {
        assertThat(Exponential.exp(0)).isEqualTo(1);
        assertThat(Logistic.sigmoid(0)).isEqualTo(0.5f);
        assertThat(Trigonometry.cos(0)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5f);
    }

    @Test
    void theHyperbolicTangentKeepsTheSignOfZero() {
        assertThat(HyperbolicTangent.tanh(0f)).isEqualTo(0f);
        assertThat(HyperbolicTangent.tanh(-0f)).isEqualTo(-0f);
    }

    /// The slope of z·tanh(ln(1 + e^z)) far below 0 is z·e^z, and where e^z is 0 it is 0.
    @Test
    void theSlopeOfMishVanishes() {
        assertThat(Logistic.mishSlope(-Float.MAX_VALUE)).isZero();
    }

    @Test
    void anInfiniteAngleIsNoNumber() {
        assertThat(Trigonometry.cos(INFINITY)).isNaN();
        assertThat(Trigonometry.sin(-INFINITY)).isNaN();
    }

    @Test
    void notANumberStaysVisible() {
        assertThat(Exponential.exp(Float.NaN)).isNaN();
        assertThat(Exponential.expMinusOne(Float.NaN)).isNaN();
        assertThat(Logarithm.logOnePlus(Float.NaN)).isNaN();
        assertThat(Logistic.sigmoid(Float.NaN)).isNaN();
        assertThat(Logistic.softplus(Float.NaN)).isNaN();
        assertThat(Logistic.mishShare(Float.NaN)).isNaN();
        assertThat(Logistic.mishSlope(Float.NaN)).isNaN();
        assertThat(Logistic.geluTanhShare(Float.NaN)).isNaN();
        assertThat(Logistic.geluTanhSlope(Float.NaN)).isNaN();
        assertThat(HyperbolicTangent.tanh(Float.NaN)).isNaN();
        assertThat(NormalDistribution.cumulative(Float.NaN)).isNaN();
        assertThat(NormalDistribution.density(Float.NaN)).isNaN();
        assertThat(Trigonometry.cos(Float.NaN)).isNaN();
    }
}
