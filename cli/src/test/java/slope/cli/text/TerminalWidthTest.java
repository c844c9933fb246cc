package slope.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalWidthTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aResizedTerminalIsSeenAfterASecond() {
        TerminalWidth width = new TerminalWidth(80, now::get, _ -> 40 + asked.incrementAndGet());

        now.set(SECOND - 1);
        assertThat(width.columns()).isEqualTo(80);
        now.set(SECOND);
        assertThat(width.columns()).isEqualTo(41);
        assertThat(width.columns()).isEqualTo(41);
        now.set(2 * SECOND);
        assertThat(width.columns()).isEqualTo(42);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aTerminalThatDoesNotTellKeepsItsWidth() {
        TerminalWidth width = new TerminalWidth(100, now::get, usual -> usual);

        now.set(3 * SECOND);

        assertThat(width.columns()).isEqualTo(100);
    }

    @Test
    void whatIsNoWidthTellsNothing() {
        assertThat(Surface.width("132", 80)).isEqualTo(132);
        for (String told : new String[] {"", "0", "-1", "1e3", "wide", "1234567", null}) {
            assertThat(Surface.width(told, 80)).isEqualTo(80);
        }
    }
}
