package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Patience;

/// `slope lesson --step` as a process of its own on a pseudo-terminal, which `script` of util-linux
/// makes: what nothing in this process can stand in for is that Java sees a terminal and JLine gets
/// its keys raw.
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere `script` takes other arguments")
class WalkOnTerminalTest {
    @TempDir
    private Path folder;

    private Path screen = Path.of("");
    private int seen; // characters of the screen that have been waited for

    @Test
    void arrowKeysLeadThroughTheWalk() throws Exception {
        screen = folder.resolve("screen.txt");
        Process process = onTerminal("lesson", "2", "--step");
        try (OutputStream keys = process.getOutputStream()) {
            // The terminal does not tell its size, so it has 24 lines, and the first page has more.
            await(process, "forward · 1 of 18 · part 1 of 2");
            press(keys, "\033[C");
            await(process, "forward · 1 of 18 · part 2 of 2");
            press(keys, "\033[C");
            await(process, "forward · 2 of 18");
            press(keys, "\033[B");
            await(process, "forward · 3 of 18");
            press(keys, "\033[D");
            await(process, "forward · 2 of 18");
            press(keys, "\033"); // and nothing, until somebody goes on
            press(keys, "\r");
            await(process, "forward · 3 of 18");
            press(keys, "q");
            assertThat(Patience.exitCode(process)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process onTerminal(String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String command = "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' slope.cli.Main %s"
                .formatted(java, System.getProperty("java.class.path"), String.join(" ", arguments));
        return new ProcessBuilder("script", "--quiet", "--return", "--command", command, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile())
                .start();
    }

    private static void press(OutputStream keys, String sequence) throws IOException {
        keys.write(sequence.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /// Waits for the page with this place, and for the line of keys below it.
    private void await(Process process, String place) throws Exception {
        Patience.await(process, () -> endOf(place) > 0, this::text);
        seen = endOf(place);
    }

    /// Where the page ends, or 0 if it is not all there.
    private int endOf(String place) throws IOException {
        String text = text();
        int start = text.indexOf(place, seen);
        int keys = start < 0 ? -1 : text.indexOf("q: quit", start);
        return Math.max(0, keys);
    }

    private String text() throws IOException {
        return new String(Files.readAllBytes(screen), StandardCharsets.UTF_8);
    }
}
