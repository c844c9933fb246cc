package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.training.TimeLimit.FirstEpoch;

class TimeLimitTest {
    private static final TimeLimit TEN_SECONDS = TimeLimit.of(Duration.ofSeconds(10))
            .rowsAfter(7)
            .firstEpoch(FirstEpoch.WHOLE)
            .nanoTime(() -> 5);

    @ParameterizedTest
    @CsvSource({"0, 10000", "4000, 6000", "9998, 2", "9999, 1", "10000, 1", "20000, 1"})
    void aTrainingThatBeginsLaterHasTheRest(long passed, long left) {
        TimeLimit rest = TEN_SECONDS.after(Duration.ofMillis(passed), 3);

        assertThat(rest.time()).hasMillis(left);
        assertThat(rest.rowsAfter()).isEqualTo(7);
        assertThat(rest.encoding()).isEqualTo(3);
        assertThat(rest.firstEpoch()).isEqualTo(FirstEpoch.WHOLE);
        assertThat(rest.nanoTime()).isSameAs(TEN_SECONDS.nanoTime());
    }

    @Test
    void noTimeIsRefused() {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofNanos(-1)}) {
            assertThatThrownBy(() -> TimeLimit.of(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the time limit must be longer than 0 s");
        }
        assertThat(TimeLimit.of(Duration.ofNanos(1)).firstEpoch()).isEqualTo(FirstEpoch.MAY_BE_CUT);
    }
}
