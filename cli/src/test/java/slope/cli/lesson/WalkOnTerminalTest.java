package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// `slope lesson --step` as a process of its own on a pseudo-terminal, which `script` of util-linux
/// makes: what nothing in this process can stand in for is that Java sees a terminal and JLine gets
/// its keys raw.
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere `script` takes other arguments")
class WalkOnTerminalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void arrowKeysLeadThroughTheWalk() throws Exception {
        Process process = onTerminal("lesson", "2", "--step");
        try (InputStream screen = process.getInputStream();
                OutputStream keys = process.getOutputStream()) {
            await(screen, "forward · 1 of 18", "q: quit");
            press(keys, "\033[C");
            await(screen, "forward · 2 of 18", "q: quit");
            press(keys, "\033[B");
            await(screen, "forward · 3 of 18", "q: quit");
            press(keys, "\033[D");
            await(screen, "forward · 2 of 18", "q: quit");
            press(keys, "\r");
            await(screen, "forward · 3 of 18", "q: quit");
            press(keys, "q");
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process onTerminal(String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String command = "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' slope.cli.Main %s"
                .formatted(java, System.getProperty("java.class.path"), String.join(" ", arguments));
        return new ProcessBuilder("script", "--quiet", "--return", "--command", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
    }

    private static void press(OutputStream keys, String sequence) throws IOException {
        keys.write(sequence.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /// Reads until all of these words came, one after the other; the process ends early only on
    /// failure.
    private static void await(InputStream screen, String... words) throws IOException {
        StringBuilder seen = new StringBuilder();
        int from = 0;
        for (String word : words) {
            byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
            String latin = new String(wanted, StandardCharsets.ISO_8859_1);
            while (seen.indexOf(latin, from) < 0) {
                int next = screen.read();
                if (next < 0) {
                    throw new AssertionError("expected " + word + ", but the process ended after "
                            + new String(
                                    seen.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
                }
                seen.append((char) next);
            }
            from = seen.indexOf(latin, from) + latin.length();
        }
    }
}
