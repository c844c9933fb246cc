package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.report.text.DisplayWidth;

/// No report has a line that a terminal would break, however long names are; in a pipe they are whole.
class WidthTest {
    private static final String TERMINAL = "slope.output.terminal";
    private static final List<String> COLUMNS = names("column");
    private static final List<String> CLASSES = names("class");
    private static final String TARGET = "target_" + "漢".repeat(60);

    @TempDir
    private Path folder;

    @BeforeEach
    void onTerminal() {
        System.setProperty(TERMINAL, "true");
    }

    @AfterEach
    void goHome() {
        System.clearProperty(TERMINAL);
    }

    @Test
    void reportsFitIntoATerminalWhateverNamesAre() throws IOException {
        String rows = rows();
        String model = folder.resolve("m.onnx").toString();
        List<String> training =
                List.of("train", rows, "--target", TARGET, "--recipe", "plain", "--epochs", "2", "--drop-leaks");
        Ran trained = Ran.slope(
                Stream.concat(training.stream(), Stream.of("--out", model)).toArray(String[]::new));
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        String report = trained.out().substring(0, trained.out().indexOf("Saved in")); // a command stays whole
        assertThat(tooWide(report)).isEmpty();
        for (List<String> line : List.of(
                List.of("inspect", model),
                List.of("evaluate", model, rows),
                List.of("explain", model, rows),
                List.of("explain", model, rows, "--row", "2"),
                List.of("trace", model, rows, "--row", "2", "--target"))) {
            Ran ran = Ran.slope(line.toArray(String[]::new));
            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(tooWide(ran.out())).as(line.getFirst()).isEmpty();
            System.clearProperty(TERMINAL);
            assertThat(Ran.slope(line.toArray(String[]::new)).out())
                    .doesNotContain("…")
                    .contains(line.getFirst().equals("evaluate") ? CLASSES : COLUMNS);
            System.setProperty(TERMINAL, "true");
        }
        List<String> shown = Ran.slope("inspect", model)
                .out()
                .lines()
                .filter(line -> line.startsWith("  column_"))
                .toList();
        assertThat(shown).hasSize(3).doesNotHaveDuplicates();
    }

    /// They differ in one letter of the middle.
    private static List<String> names(String start) {
        return IntStream.range(0, 3)
                .mapToObj(index -> start + "_" + "m".repeat(20) + index + "m".repeat(100))
                .toList();
    }

    private String rows() throws IOException {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS) + ",word," + TARGET + "\n");
        for (int row = 0; row < 90; row++) {
            int kind = row % 3;
            csv.append("%s.5,%s,%s,%s,%s\n"
                    .formatted(
                            row * 7 % 31 + kind * 9,
                            row * 5 % 17,
                            row % 4,
                            "w".repeat(100) + row % 4,
                            CLASSES.get(kind)));
        }
        return Files.writeString(folder.resolve("rows.csv"), csv).toString();
    }

    private static List<String> tooWide(String report) {
        return report.lines().filter(line -> DisplayWidth.of(line) > 80).toList();
    }
}
