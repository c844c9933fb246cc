package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.training.TimeLimit.FirstEpoch;

class TimeLimitTest {
    private static final TimeLimit TEN_SECONDS =
            new TimeLimit(Duration.ofSeconds(10), 7, 0, FirstEpoch.WHOLE, () -> 5L);

    @ParameterizedTest
    @CsvSource({"0, 10000", "4000, 6000", "9998, 2", "9999, 1", "10000, 1", "20000, 1"})
    void aTrainingThatBeginsLaterHasTheRest(long passed, long left) {
        TimeLimit rest = TEN_SECONDS.after(Duration.ofMillis(passed), 3);

        assertThat(rest)
                .isEqualTo(new TimeLimit(Duration.ofMillis(left), 7, 3, FirstEpoch.WHOLE, TEN_SECONDS.nanoTime()));
    }

    @Test
    void noTimeIsRefused() {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofNanos(-1)}) {
            assertThatThrownBy(() -> TimeLimit.of(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the time limit must be above 0, not " + none);
        }
        assertThat(TimeLimit.of(Duration.ofNanos(1)).firstEpoch()).isEqualTo(FirstEpoch.MAY_BE_CUT);
    }
}
