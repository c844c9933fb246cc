package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import slope.training.TimeLimit.FirstEpoch;

/// Steps of 1,000 rows each, on a clock of the test's own.
class DeadlineTest {
    private static final int STEP = 1_000;

    /// 0.05 s for a step.
    private static final double ORDINARY_ROW = 50_000;

    private long now; // nanoseconds

    private Deadline limited(double seconds, long rowsAfter, FirstEpoch firstEpoch) {
        TimeLimit limit = TimeLimit.of(nanos(seconds)).rowsAfter(rowsAfter).firstEpoch(firstEpoch);
        Deadline deadline = new Deadline(Optional.of(limit), 1_000, ORDINARY_ROW, () -> now);
        deadline.start();
        return deadline;
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /// Steps as long as the deadline allows, at most `most` times.
    private int stepped(Deadline deadline, double secondsOfStep, int most) {
        int steps = 0;
        do {
            now += Math.round(secondsOfStep * 1e9);
            deadline.stepped(STEP);
            steps++;
        } while (steps < most && !deadline.isReached(1));
        return steps;
    }

    private void validate(Deadline deadline, double seconds) {
        deadline.startValidation();
        now += Math.round(seconds * 1e9);
        deadline.endValidation();
    }

    @Test
    void stepsEndWhenTheRestIsNeededForTheValidationRows() {
        Deadline deadline = limited(10, 0, FirstEpoch.MAY_BE_CUT);
        validate(deadline, 1);
        stepped(deadline, 0.1, 1_000);

        assertThat(now * 1e-9).isCloseTo(10 - 1.25, within(0.11));
    }

    /// 4,000 rows are predicted behind the training; 1,000 took half a second.
    @Test
    void whatComesBehindTheTrainingIsKeptBack() {
        Deadline deadline = limited(10, 4_000, FirstEpoch.MAY_BE_CUT);
        validate(deadline, 0.5);
        stepped(deadline, 0.1, 1_000);

        assertThat(now * 1e-9 + 0.5 + 4 * 0.5).isBetween(8.5, 10.0);
    }

    @Test
    void whereNothingWasPredictedYetStepsTell() {
        Deadline deadline = limited(10, 4_000, FirstEpoch.MAY_BE_CUT);
        stepped(deadline, 1.5, 1); // Java compiles
        stepped(deadline, 0.5, 1_000);

        // 1,000 rows of validation and 4,000 behind it take about a third of 0.5 s a thousand.
        assertThat(now * 1e-9 + 5 * 0.5 / 3).isBetween(7.5, 10.0);
    }

    @Test
    void aSlowerMachineIsNoticed() {
        Deadline deadline = limited(20, 4_000, FirstEpoch.MAY_BE_CUT);
        validate(deadline, 0.5);
        stepped(deadline, 0.1, 10);
        validate(deadline, 2); // another program has begun
        stepped(deadline, 0.4, 1_000);

        assertThat(now * 1e-9 + 2 + 4 * 2).isBetween(16.0, 20.5);
    }

    @Test
    void everyNetworkThatIsKeptPredictsTheRowsBehind() {
        Deadline deadline = limited(10, 1_000, FirstEpoch.MAY_BE_CUT);
        validate(deadline, 0.5);
        now = 6_500_000_000L;

        assertThat(deadline.isReached(1)).isFalse();
        assertThat(deadline.isReached(4)).isTrue();
    }

    @Test
    void anEpochThatDoesNotFitIsGivenUpWithWhatItWouldTake() {
        Deadline deadline = limited(2, 4_000, FirstEpoch.WHOLE);
        int steps = 0;
        do {
            now += 100_000_000;
            deadline.stepped(STEP);
            steps++;
        } while (!deadline.isReached(0));

        assertThat(now * 1e-9).isLessThanOrEqualTo(2.1);
        // 0.1 s a step; 5,000 rows are predicted after it, at 0.4 of that.
        double missing = (100 - steps) * 0.1 + 1.25 * 5 * 0.04;
        int rowsLeft = (100 - steps) * STEP;
        assertThatThrownBy(() -> deadline.allowCut(rowsLeft))
                .asInstanceOf(InstanceOfAssertFactories.type(TimeLimitException.class))
                .satisfies(refused ->
                        assertThat(refused.missing().toNanos() * 1e-9).isCloseTo(missing, within(0.01)));
    }

    /// Steps of 5 s that will be steps of 0.1 s: by the first, 5,000 rows behind the training take 10 s, and 200
    /// steps a quarter of an hour.
    @Test
    void whileJavaCompilesStepsAreNoMeasure() {
        Deadline deadline = limited(20, 4_000, FirstEpoch.WHOLE);
        now += 5_000_000_000L;
        deadline.stepped(STEP);

        assertThat(deadline.isReached(0)).isFalse();
        now += 5_000_000_000L;
        deadline.stepped(STEP);
        assertThat(deadline.isReached(0)).isFalse();
        assertThatThrownBy(() -> deadline.allowCut(198 * STEP))
                .asInstanceOf(InstanceOfAssertFactories.type(TimeLimitException.class))
                .satisfies(refused ->
                        assertThat(refused.missing()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(120)));
    }

    /// Steps of 0.4 s soon take 0.12 s: 190 more of the early ones would take 76 s.
    @Test
    void whileThePaceGrowsTheFastestStepsCount() {
        Deadline deadline = limited(2, 0, FirstEpoch.WHOLE);
        for (double seconds : new double[] {0.6, 0.4, 0.4, 0.12, 0.4, 0.4}) {
            now += Math.round(seconds * 1e9);
            deadline.stepped(STEP);
            boolean _ = deadline.isReached(0);
        }

        assertThatThrownBy(() -> deadline.allowCut(190 * STEP))
                .asInstanceOf(InstanceOfAssertFactories.type(TimeLimitException.class))
                .satisfies(refused ->
                        assertThat(refused.missing()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30)));
    }

    @Test
    void someStepsAreMeasuredEvenWhereTheTimeIsOverAtTheStart() {
        Deadline deadline = limited(0.001, 0, FirstEpoch.WHOLE);
        now += 100_000_000;
        deadline.stepped(STEP);

        assertThat(deadline.isReached(0)).isFalse();
        now += 400_000_000;
        assertThat(deadline.isReached(0)).isTrue();
    }

    @Test
    void withoutALimitTheClockIsNotLookedAt() {
        Deadline deadline = new Deadline(Optional.empty(), 1_000, ORDINARY_ROW, () -> {
            throw new AssertionError("somebody looked");
        });

        assertThat(deadline.isReached(1)).isFalse();
        deadline.startValidation();
        deadline.endValidation();
    }
}
