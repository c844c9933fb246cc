package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slope.training.Stopping;
import slope.training.TimeLimit;

/// The time that rows take to be encoded is taken off the network's time, and kept for the rows after it.
class EncodingTimeTest {
    private long now; // nanoseconds

    @Test
    void theTimeThatHasPassedIsTakenOff() {
        TimeLimit minute = new TimeLimit(Duration.ofSeconds(60), 400, 0, TimeLimit.FirstEpoch.WHOLE, () -> now);
        EncodingTime time = EncodingTime.begin(Optional.of(minute));
        now += Duration.ofSeconds(10).toNanos();
        time.ended(1_000);
        now += Duration.ofSeconds(5).toNanos();

        TimeLimit left = time.limited(Stopping.after(3)).timeLimit().orElseThrow();
        assertThat(left.time()).isEqualTo(Duration.ofSeconds(45));
        assertThat(left.encoding()).isEqualTo(10e6); // 10 s of 1,000 rows
        assertThat(left.rowsAfter()).isEqualTo(400);
    }

    @Test
    void aMomentIsLeftWhereItTookTooLong() {
        TimeLimit second = new TimeLimit(Duration.ofSeconds(1), 0, 0, TimeLimit.FirstEpoch.WHOLE, () -> now);
        EncodingTime time = EncodingTime.begin(Optional.of(second));
        now += Duration.ofSeconds(10).toNanos();
        time.ended(1);

        assertThat(time.limited(Stopping.after(3)).timeLimit().orElseThrow().time())
                .isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void withoutALimitNothingChanges() {
        EncodingTime time = EncodingTime.begin(Optional.empty());
        time.ended(1);

        assertThat(time.limited(Stopping.after(3))).isEqualTo(Stopping.after(3));
    }
}
