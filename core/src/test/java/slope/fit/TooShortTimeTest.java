package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is said of a time limit that is too short.
class TooShortTimeTest {
    @Test
    void aRefusalNamesWhatItTakesWithAFifthMore() {
        assertThat(TooShortTime.refused(Duration.ofSeconds(2), Duration.ofSeconds(100), 1))
                .hasMessage("the time limit of 2 s is too short: reading, one epoch and scoring take about 120 s");
        assertThat(TooShortTime.refused(Duration.ofMillis(500), Duration.ofMinutes(10), 5))
                .hasMessage("the time limit of 0.5 s is too short: reading, one epoch of each of 5 networks and"
                        + " scoring take about 12 min");
    }
}
