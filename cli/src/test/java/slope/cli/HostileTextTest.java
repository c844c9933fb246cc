package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/// Whatever the names, classes and cells of a table hold, no command lets a terminal or a page obey it.
class HostileTextTest {
    /// One of each kind: C0, an end of a line, DEL, C1, what turns the direction of writing, and what nobody sees.
    private static final List<String> HOSTILE = List.of(
            "\u001b[2J\u001b]0;title\u0007",
            "a\nslope: all is well",
            "\r\u001b[K",
            "b\tc\u0000\b",
            "\u007f",
            "\u0085\u009b31m",
            "\u202egnp.exe\u202c",
            "\u2066x\u2069\u200e\u200f\u2028\u2029",
            "pay\u200bpal\u00ad\u2060\ufeff\u200d \udb40\udc41");

    private static final String TARGET = "y\u001b[31m\n\u202e";
    private static final String TERMINAL = "slope.output.terminal";

    @TempDir
    private static Path folder;

    private static String rows = "";
    private static String model = "";
    private static String numbers = "";

    @BeforeAll
    static void train() throws IOException {
        rows = write("rows\u001b[1m.csv", HOSTILE, TARGET);
        model = folder.resolve("model.onnx").toString();
        numbers = folder.resolve("numbers.onnx").toString();
    }

    /// Reports are the same to a pipe, but rows of predictions are data there.
    @BeforeEach
    void onTerminal() {
        System.setProperty(TERMINAL, "true");
        Ran ran = Ran.slope(training(rows, "--out", model));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertSafe(ran);
    }

    @AfterEach
    void goHome() {
        System.clearProperty(TERMINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train ROWS --target y --explain-settings",
                "train ROWS --target TARGET --recipe plain --epochs 1 --json",
                "train ROWS --target TARGET --recipe plain --epochs 2 --group cat --drop-leaks",
                "train ROWS --target TARGET --explain-settings",
                "inspect MODEL",
                "inspect MODEL --json",
                "evaluate MODEL ROWS",
                "evaluate MODEL ROWS --json",
                "trace MODEL ROWS --row 3 --target",
                "trace MODEL ROWS --row 3 --json",
                "predict MODEL ROWS --probabilities --keep TARGET --flag-unusual",
                "predict MODEL ROWS --json --probabilities --keep TARGET",
                "verify MODEL --data ROWS",
                "verify MODEL --data ROWS --json",
                "train ROWS --target TARGEX",
                "train ROWS --target TARGET --ignore TARGEX",
                "train TARGET.csv --target y",
                "TARGET",
                "train --TARGET",
                "train ROWS --target TARGET --epochs TARGET",
                "lesson TARGET"
            })
    void noCommandLetsItThrough(String line) {
        String[] words = line.split(" ", -1);
        for (int index = 0; index < words.length; index++) {
            words[index] = words[index]
                    .replace("ROWS", rows)
                    .replace("MODEL", model)
                    .replace("TARGET", TARGET)
                    .replace("TARGEX", TARGET.replace("31", "32"));
        }
        Ran ran = Ran.slope(words);

        assertThat(ran.out() + ran.err()).isNotBlank();
        assertSafe(ran);
    }

    @Test
    void aNameHasNoLinesInAReport() throws IOException {
        System.clearProperty(TERMINAL); // whose width breaks lines
        String harmless = write("harmless.csv", HOSTILE.stream().map(_ -> "").toList(), "y");
        String other = folder.resolve("other.onnx").toString();
        Ran.slope("train", harmless, "--target", "y", "--recipe", "plain", "--epochs", "2", "--out", other);
        for (String[] line : new String[][] {{"inspect"}, {"trace", rows, "--row", "3"}}) {
            List<String> words = new ArrayList<>(List.of(line));
            words.add(1, model);
            String hostile = Ran.slope(words.toArray(String[]::new)).out();
            words.set(1, other);
            words.replaceAll(word -> word.equals(rows) ? harmless : word);
            assertThat(structure(hostile))
                    .isEqualTo(structure(Ran.slope(words.toArray(String[]::new)).out()));
        }
    }

    @Test
    void programsGetTheCellsAsTheyAre() {
        System.clearProperty(TERMINAL);

        String csv = Ran.slope("predict", model, rows, "--keep", TARGET).out();

        assertThat(csv).contains(HOSTILE.toArray(String[]::new)).startsWith('"' + TARGET + "\",");
    }

    /// JSON has a way to write them, so that printing it is safe and its value the same.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict MODEL ROWS --json --probabilities --keep TARGET",
                "predict MODEL ROWS --keep TARGET -o FOLDER/p.json",
                "predict MODEL ROWS --keep TARGET -o FOLDER/p.jsonl",
                "trace MODEL ROWS --row 3 --json",
                "inspect MODEL --json"
            })
    void jsonIsSafeInAPipeToo(String line) throws IOException {
        System.clearProperty(TERMINAL);
        Ran ran = Ran.slope(Stream.of(line.split(" ", -1))
                .map(word -> word.replace("ROWS", rows)
                        .replace("MODEL", model)
                        .replace("TARGET", TARGET)
                        .replace("FOLDER", folder.toString()))
                .toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        String file = line.replaceFirst(".*FOLDER/", "");
        String json = file.equals(line) ? ran.out() : Files.readString(folder.resolve(file));

        assertThat(unsafe(json)).isEmpty();
        assertThat(json).contains("\\u202e");
        String first = json.startsWith("[") ? json : json.lines().findFirst().orElseThrow();
        if (line.startsWith("predict")) {
            Object row = json.startsWith("[") ? JSON.std.listFrom(first).getFirst() : JSON.std.mapFrom(first);
            assertThat(((Map<?, ?>) row).get(TARGET)).isEqualTo(HOSTILE.getFirst());
        }
    }

    @Test
    void aPageShowsItToo() throws IOException {
        Path page = folder.resolve("page.html");
        Ran.slope("evaluate", model, rows, "--report", page.toString());

        String html = Files.readString(page);

        assertThat(unsafe(html)).isEmpty();
        assertThat(html).contains("\\u001b[2J", "\\u202egnp.exe");

        // Names of numbers stand in other places than classes.
        Ran.slope(numbers("--out", numbers));
        Ran.slope("evaluate", numbers, rows, "--report", page.toString());
        assertThat(unsafe(Files.readString(page))).isEmpty();
    }

    @Test
    void orderingATerminalIsLeftToProgress() {
        System.setProperty("slope.errors.terminal", "true");
        try {
            StringWriter err = new StringWriter();
            Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), training(rows));
            assertThat(unsafe(err.toString().replaceAll("\r\u001b\\[K|\u001b\\[\\?7[lh]", "")))
                    .isEmpty();
            assertThat(err.toString()).contains("\r\u001b[K");
        } finally {
            System.clearProperty("slope.errors.terminal");
        }
    }

    private static String[] training(String file, String... more) {
        return Stream.concat(
                        Stream.of("train", file, "--target", TARGET, "--recipe", "plain", "--epochs", "2"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static String[] numbers(String... more) {
        return Stream.concat(
                        Stream.of(
                                "train", rows, "--target", "n" + HOSTILE.get(0), "--recipe", "plain", "--epochs", "2"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /// A column of numbers and a class for each text, and a column of words made of them.
    private static String write(String name, List<String> texts, String target) throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int index = 0; index < texts.size(); index++) {
            csv.append(quoted("n%s".formatted(texts.get(index).isEmpty() ? "" + index : texts.get(index))))
                    .append(',');
        }
        csv.append("cat,").append(quoted(target)).append('\n');
        for (int row = 0; row < 240; row++) {
            int kind = row % texts.size();
            for (int column = 0; column < texts.size(); column++) {
                csv.append((row * 37 + column * 11) % 101 + (column == kind ? 100.5 : 0))
                        .append(',');
            }
            String text = texts.get(kind).isEmpty() ? "c" + kind : texts.get(kind);
            csv.append(quoted("w" + text)).append(',').append(quoted(text)).append('\n');
        }
        return Files.writeString(folder.resolve(name), csv).toString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static void assertSafe(Ran ran) {
        assertThat(unsafe(ran.out())).as(ran.out()).isEmpty();
        assertThat(unsafe(ran.err())).as(ran.err()).isEmpty();
        assertThat((ran.out() + ran.err()).lines()).noneMatch(line -> line.equals("slope: all is well"));
    }

    /// What has no shape of its own, but for ends of lines.
    private static List<String> unsafe(String text) {
        return text.codePoints()
                .filter(letter -> letter != '\n')
                .filter(letter -> switch (Character.getType(letter)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                })
                .mapToObj(letter -> "U+%04X".formatted(letter))
                .toList();
    }

    /// Which lines of a report are empty.
    private static String structure(String report) {
        return report.lines().map(line -> line.isBlank() ? "_" : "x").collect(Collectors.joining());
    }
}
