package slope.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 0.1 s",
        "100, 0.1 s",
        "101, 0.2 s",
        "1000, 1 s",
        "700, 0.7 s",
        "1001, 1.1 s",
        "9900, 9.9 s",
        "9901, 10 s",
        "10000, 10 s",
        "10001, 11 s",
        "299000, 299 s",
        "299001, 5 min",
        "300000, 5 min",
        "300001, 6 min",
        "86400000, 1440 min"
    })
    void timesAreRoundedUp(long milliseconds, String text) {
        assertThat(ShortTime.text(Duration.ofMillis(milliseconds))).isEqualTo(text);
    }

    /// Else a person who is told a time, and gives it, would be refused again.
    @Property(tries = 200, seed = "1")
    void theTimeThatIsNamedIsNoShorterAndIsNamedTheSame(
            @ForAll @LongRange(min = 0, max = 1_000_000) long milliseconds) {
        String text = ShortTime.text(Duration.ofMillis(milliseconds));
        double number = Double.parseDouble(text.substring(0, text.indexOf(' ')));
        Duration named = Duration.ofMillis(Math.round(1_000 * number * (text.endsWith("min") ? 60 : 1)));

        assertThat(named).isGreaterThanOrEqualTo(Duration.ofMillis(milliseconds));
        assertThat(ShortTime.text(named)).isEqualTo(text);
    }

    @Test
    void theSentenceReadsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ShortTime.text(Duration.ofMillis(1_500))).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
