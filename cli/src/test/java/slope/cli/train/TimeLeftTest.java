package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private double now; // seconds

    private TimeLeft begun(Optional<Duration> limit, double done) {
        return new TimeLeft(() -> Math.round(now * 1e9), limit, done);
    }

    @Test
    void theFirstSlowStepsAreSoonForgotten() {
        TimeLeft left = begun(Optional.empty(), 0);
        now = 2; // the first tenth of an epoch, in which Java compiles
        left.advance(0.1);
        for (int step = 1; step <= 9; step++) {
            now += 0.01;
            left.advance(0.1 + 0.1 * step);
        }

        assertThat(left.isMeasured(1)).isTrue();
        assertThat(left.seconds(1, 99)).isCloseTo(9.9, within(0.1));
    }

    @Test
    void theEstimateFollowsTheSpeedOfLate() {
        TimeLeft left = begun(Optional.empty(), 0);
        for (int epoch = 1; epoch <= 110; epoch++) {
            now += epoch <= 10 ? 0.4 : 0.1;
            left.advance(epoch);
        }

        assertThat(left.seconds(110, 10)).isCloseTo(1, within(0.1));
    }

    @Test
    void whatWasDoneBeforeATrainingGoesOnTookNoneOfItsTime() {
        TimeLeft left = begun(Optional.empty(), 90);
        now = 4;
        left.advance(92);

        assertThat(left.seconds(92, 8)).isCloseTo(16, within(1e-6));
    }

    @Test
    void noMoreIsLeftThanTheLimitAllows() {
        TimeLeft left = begun(Optional.of(Duration.ofSeconds(10)), 0);
        now = 4;
        left.advance(1);

        assertThat(left.seconds(1, 99)).isEqualTo(6);
        now = 11;
        assertThat(left.seconds(1, 99)).isZero();
    }
}
