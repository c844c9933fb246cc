package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private static final Optional<Duration> MINUTE = Optional.of(Duration.ofSeconds(60));

    private long now; // nanoseconds

    private TimeFrame frame(int before, int after) {
        return TimeFrame.none().before(Duration.ofSeconds(before), () -> now).after(Duration.ofSeconds(after), 0);
    }

    private TimeBudget budget(int before, int after) {
        return new TimeBudget(MINUTE, frame(before, after), Duration.ofSeconds(before));
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void whatStandsAroundTheTrainingCounts() {
        TimeBudget budget = budget(10, 5);
        pass(5);

        assertThat(budget.passed()).hasSeconds(15);
        assertThat(budget.share(2)).contains(Duration.ofSeconds(20));
    }

    @Test
    void whatTrainedNetworksStillHaveToDoIsKeptForThem() {
        TimeBudget budget = budget(0, 0);
        budget.keepBack(Duration.ofSeconds(20));
        pass(10);

        assertThat(budget.share(1)).contains(Duration.ofSeconds(30));
        assertThat(budget.allows(Duration.ofSeconds(30))).isTrue();
        assertThat(budget.allows(Duration.ofSeconds(31))).isFalse();
    }

    @Test
    void aTrainingThatIsLateStillHasAMoment() {
        TimeBudget budget = budget(70, 0);

        assertThat(budget.share(1)).contains(Duration.ofMillis(1));
    }

    @Test
    void withoutALimitEverythingIsAllowed() {
        TimeBudget budget = new TimeBudget(Optional.empty(), frame(0, 0), Duration.ZERO);
        pass(1_000_000);

        assertThat(budget.allows(Duration.ofDays(1))).isTrue();
        assertThat(budget.share(3)).isEmpty();
    }
}
