package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShortTimeTest {
    @Test
    void timesAreRoundedUpSoThatTheySuffice() {
        assertThat(ShortTime.text(Duration.ofMillis(1_401))).isEqualTo("1.5 s");
        assertThat(ShortTime.text(Duration.ofSeconds(2))).isEqualTo("2 s");
        assertThat(ShortTime.text(Duration.ofMillis(12_001))).isEqualTo("13 s");
        assertThat(ShortTime.text(Duration.ofSeconds(299))).isEqualTo("299 s");
        assertThat(ShortTime.text(Duration.ofSeconds(301))).isEqualTo("6 min");
    }

    @Test
    void theRefusalNamesATimeWithSomeReserve() {
        assertThat(ShortTime.refused(Duration.ofSeconds(10), Duration.ofSeconds(20), 1))
                .hasMessage("the time limit of 10 s is too short: reading, one epoch and scoring take about 24 s");
        assertThat(ShortTime.refused(Duration.ofSeconds(10), Duration.ofSeconds(20), 3))
                .hasMessageContaining("one epoch of each of 3 networks");
    }
}
