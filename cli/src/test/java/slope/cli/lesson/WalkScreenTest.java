package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.report.lesson.Lesson;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.Walk;

class WalkScreenTest {
    private static final Pattern PLACE = Pattern.compile("(\\d+) of 10\\r");

    private final Walk walk = Walk.of(Lesson.of(LessonSettings.usual(1)), 1);

    @ParameterizedTest
    @ValueSource(strings = {"\033[C", "\033[B", "\033OC", "\033OB", "\033[1;5C", "\r", "\n", " "})
    void theseKeysLeadOn(String key) {
        assertThat(pagesSeen(key + key + "q")).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[D", "\033[A", "\033OD", "\033OA", "\b", "\177"})
    void theseKeysLeadBack(String key) {
        assertThat(pagesSeen("  " + key + "q")).containsExactly(1, 2, 3, 2);
    }

    @Test
    void homeAndEndLeadToTheFirstAndTheLastPage() {
        assertThat(pagesSeen(" \033[F\033[Hq")).containsExactly(1, 2, 10, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "Q", "\003", "\004", ""})
    void theseKeysAndTheEndOfInputEndTheWalk(String key) {
        assertThat(pagesSeen(" " + key)).containsExactly(1, 2);
    }

    @Test
    void thereIsNothingBeforeTheFirstPage() {
        assertThat(pagesSeen("\033[D\033[Dq")).containsExactly(1, 1, 1);
    }

    @Test
    void theWalkEndsBehindTheLastPage() {
        assertThat(pagesSeen(" ".repeat(10))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\033[Z", "\033[2~"})
    void otherKeysShowThePageAgain(String key) {
        assertThat(pagesSeen(key + "q")).containsExactly(1, 1);
    }

    @Test
    void eachPageClearsTheScreenAndSaysWhichKeysThereAre() {
        String shown = shown("q");

        assertThat(shown).startsWith("\033[2J\033[HLesson 1, iteration 1 · forward · 1 of 10\r\n");
        assertThat(shown).contains("→ or Enter: next    ←: back    q: quit");
    }

    @Test
    void anotherSizeOfTheTerminalShowsThePageAgainBeforeAnyKey() throws Exception {
        CountDownLatch pages = new CountDownLatch(2);
        AtomicReference<Terminal> resized = new AtomicReference<>();
        InputStream keys = new InputStream() {
            @Override
            public int read() {
                Terminal terminal = resized.get();
                terminal.setSize(Size.of(60, 20));
                terminal.raise(Terminal.Signal.WINCH);
                try {
                    boolean isShownAgain = pages.await(1, TimeUnit.MINUTES);
                    return isShownAgain ? 'q' : 'Q';
                } catch (InterruptedException stopped) {
                    return 'Q';
                }
            }

            @Override
            public int read(byte[] bytes, int start, int count) {
                bytes[start] = (byte) read();
                return 1;
            }
        };
        ByteArrayOutputStream screen = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int start, int count) {
                super.write(bytes, start, count);
                if (new String(bytes, start, count, StandardCharsets.UTF_8).contains("\033[2J")) {
                    pages.countDown();
                }
            }
        };
        try (Terminal terminal = new DumbTerminal("test", Terminal.TYPE_DUMB, keys, screen, StandardCharsets.UTF_8)) {
            resized.set(terminal);
            terminal.setSize(Size.of(80, 24));
            WalkScreen.show(walk, terminal);
        }
        assertThat(screen.toString(StandardCharsets.UTF_8).split(Pattern.quote("\033[2J"), -1))
                .hasSize(3);
    }

    private List<Integer> pagesSeen(String keys) {
        return PLACE.matcher(shown(keys))
                .results()
                .map(place -> Integer.valueOf(place.group(1)))
                .toList();
    }

    private String shown(String keys) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (Terminal terminal = new DumbTerminal(
                "test",
                Terminal.TYPE_DUMB,
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                screen,
                StandardCharsets.UTF_8)) {
            WalkScreen.show(walk, terminal);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return screen.toString(StandardCharsets.UTF_8);
    }
}
