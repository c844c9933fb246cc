package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.training.Stopping;
import slope.training.TimeLimit;
import slope.training.TimeLimit.FirstEpoch;

class EncodingTimeTest {
    private static final Stopping STOPPING = Stopping.after(7).withPatience(3);

    private long now = 1_000; // nanoseconds

    private EncodingTime begin(double seconds) {
        return EncodingTime.begin(Optional.of(TimeLimit.of(Duration.ofMillis(Math.round(1_000 * seconds)))
                .rowsAfter(9)
                .firstEpoch(FirstEpoch.WHOLE)
                .nanoTime(() -> now)));
    }

    private void pass(int milliseconds) {
        now += Duration.ofMillis(milliseconds).toNanos();
    }

    /// 400 rows in 2 s, and a second for the start.
    @ParameterizedTest
    @CsvSource({"10, 7000", "3.002, 2", "3.001, 1", "3, 1", "1, 1"})
    void theTrainingHasWhatTheEncodingLeaves(double limit, long left) {
        EncodingTime time = begin(limit);
        pass(2_000);
        time.ended(400);
        pass(1_000);

        TimeLimit rest = time.limited(STOPPING).timeLimit().orElseThrow();
        assertThat(rest.time()).hasMillis(left);
        assertThat(rest.encoding()).isEqualTo(5e6);
        assertThat(rest.rowsAfter()).isEqualTo(9);
        assertThat(rest.firstEpoch()).isEqualTo(FirstEpoch.WHOLE);
    }

    @Test
    void withoutALimitThereIsNone() {
        EncodingTime time = EncodingTime.begin(Optional.empty());
        time.ended(1);
        assertThat(time.limited(STOPPING)).isEqualTo(STOPPING);
    }
}
