package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Test
    void sigmoidOfZeroIsHalfAndItsSlopeThereAQuarter() {
        assertThat(Functions.sigmoid(0)).isEqualTo(0.5);
        assertThat(Functions.sigmoidPrime(0.5)).isEqualTo(0.25);
    }

    @Test
    void sigmoidPrimeIsTakenOfTheOutput() {
        double z = 1.3;
        double nudge = 1e-6;
        double difference = (Functions.sigmoid(z + nudge) - Functions.sigmoid(z - nudge)) / (2 * nudge);

        assertThat(Functions.sigmoidPrime(Functions.sigmoid(z))).isCloseTo(difference, within(1e-9));
    }

    @Test
    void sigmoidReachesItsEndsWithoutOverflow() {
        assertThat(Functions.sigmoid(-1e300)).isZero();
        assertThat(Functions.sigmoid(1e300)).isEqualTo(1);
    }

    @Test
    void reluHasNoSlopeAtOrBelowZero() {
        assertThat(Functions.relu(-2)).isZero();
        assertThat(Functions.relu(3)).isEqualTo(3);
        assertThat(Functions.reluPrime(Functions.relu(-2))).isZero();
        assertThat(Functions.reluPrime(Functions.relu(0))).isZero();
        assertThat(Functions.reluPrime(Functions.relu(3))).isEqualTo(1);
    }

    @Test
    void softplusNeitherOverflowsNorLosesSmallValues() {
        assertThat(Functions.softplus(0)).isCloseTo(Math.log(2), within(1e-16));
        assertThat(Functions.softplus(1000)).isEqualTo(1000);
        assertThat(Functions.softplus(-50)).isCloseTo(Math.exp(-50), within(1e-36));
    }
}
