package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;
import slope.cli.train.Interruption;
import slope.onnx.ModelFile;
import slope.run.Stopwatch;

/// Every option that takes several values may be given several times, and means the same as with commas.
class ListOptionsTest {
    /// Two values for each list that an option of any command takes.
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("--target", List.of("y", "y2")),
            Map.entry("--quantiles", List.of("0.1", "0.9")),
            Map.entry("--ignore", List.of("a", "b")),
            Map.entry("--keep", List.of("id", "note")),
            Map.entry("--categorical", List.of("code", "zone")),
            Map.entry("--numeric", List.of("a", "b")),
            Map.entry("--missing", List.of("n/a", "-")),
            Map.entry("--day-first", List.of("day", "day2")),
            Map.entry("--month-first", List.of("day", "day2")),
            Map.entry("--year-first", List.of("born", "died")),
            Map.entry("--column", List.of("a", "b")),
            Map.entry("--fixed", List.of("a", "b")),
            Map.entry("--hidden", List.of("5", "3")));

    @TempDir
    private static Path folder;

    private static String table = "";

    @BeforeAll
    static void write() throws IOException {
        StringBuilder rows = new StringBuilder("id,note,a,b,code,zone,day,day2,born,died,y,y2\n");
        for (int row = 0; row < 60; row++) {
            String hole = row % 7 == 0 ? "n/a" : row % 11 == 0 ? "-" : Integer.toString(row % 5);
            rows.append("%d,word%d,%s,%d,%d,%d,%d/%d/2011,%d/1/2012,2011-01-%d,2011-02-%d,%d,%d%n"
                    .formatted(
                            1000 + row * 17,
                            row,
                            hole,
                            row % 9,
                            row % 3,
                            row % 4,
                            row % 12 + 1,
                            row % 11 + 1,
                            row % 12 + 1,
                            row % 20 + 10,
                            row % 18 + 10,
                            row % 9 * 3 + row % 2,
                            row % 4));
        }
        table = Files.writeString(folder.resolve("table.csv"), rows).toString();
    }

    private static Stream<String> listsOf(String command) {
        return Objects.requireNonNull(Main.commands(Stopwatch.started(() -> 0), Interruption.none())
                        .getSubcommands()
                        .get(command))
                .getCommandSpec()
                .options()
                .stream()
                .filter(OptionSpec::isMultiValue)
                .map(OptionSpec::longestName);
    }

    static Stream<String> ofTraining() {
        return listsOf("train");
    }

    /// Commands with the options of `train`.
    private static final Set<String> TRAINING = Set.of("train", "cv", "tune", "curve");

    static Stream<List<String>> ofOtherCommands() {
        return Main.commands(Stopwatch.started(() -> 0), Interruption.none()).getSubcommands().keySet().stream()
                .filter(command -> !TRAINING.contains(command))
                .flatMap(command -> listsOf(command)
                        .filter(option -> !option.equals("--together")) // each one is a group of its own
                        .map(option -> List.of(command, option)));
    }

    @ParameterizedTest
    @MethodSource("ofTraining")
    void aTrainingKeepsWhatItWasGivenTwice(String option) throws IOException {
        List<String> values = Objects.requireNonNull(VALUES.get(option), option);
        Path checkpoints = folder.resolve("run" + option);
        Path twice = train(option, List.of(option, values.get(0), option, values.get(1)), checkpoints);
        Path once = train(option, List.of(option, String.join(",", values)), folder.resolve("again" + option));

        assertThat(twice).hasSameBinaryContentAs(once);
        Ran verified = Ran.slope("verify", twice.toString(), "--data", table);
        assertThat(verified.out()).as(verified.err()).endsWith("byte for byte\n");
        for (String command : List.of("predict", "evaluate")) {
            Ran ran = Ran.slope(command, twice.toString(), table);
            assertThat(ran.exitCode()).as(ran.err()).isZero();
        }
        Path resumed = folder.resolve("resumed" + option + ".onnx");
        Ran ran = Ran.slope("train", table, "--resume", checkpoints.toString(), "--out", resumed.toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(resumed).hasSameBinaryContentAs(twice);
        Ran named = Ran.slope(
                "train", table, "--resume", checkpoints.toString(), option, values.get(0), option, values.get(1));
        assertThat(named.exitCode()).as(named.err()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ofOtherCommands")
    void otherCommandsTakeListsTwice(List<String> commandAndOption) throws IOException {
        String command = commandAndOption.getFirst();
        String option = commandAndOption.getLast();
        List<String> values = Objects.requireNonNull(VALUES.get(option), option);
        Path model = train("--hidden", List.of("--hidden", "4"), folder.resolve("run-of-" + command + option));
        List<String> line = new ArrayList<>(List.of(command, model.toString(), table));
        if (command.equals("compare")) {
            line.addAll(1, List.of(model.toString(), "--accept-training-rows"));
        }
        line.addAll(List.of("trace", "explain").contains(command) ? List.of("--row", "3") : List.of());

        Ran twice = Ran.slope(with(line, option, values.get(0), option, values.get(1)));
        Ran once = Ran.slope(with(line, option, String.join(",", values)));

        assertThat(twice.exitCode()).as(twice.err()).isZero();
        assertThat(untimed(twice)).isEqualTo(untimed(once));
    }

    private static String untimed(Ran ran) {
        return ran.out().replaceAll("about [\\d,]+ rows a second", "");
    }

    /// What stands for a missing value may look like an option, or be named twice.
    @Test
    void wordsThatLookLikeOptionsAreKept() throws IOException {
        for (String word : List.of("--none", "-1", "NA,NA", "\"x,y\"")) {
            Path model = train(
                    "--missing",
                    List.of("--missing=" + word, "--missing=n/a", "--missing=-"),
                    folder.resolve("odd" + word));
            Ran verified = Ran.slope("verify", model.toString(), "--data", table);
            assertThat(verified.out()).as(word + verified.err()).endsWith("byte for byte\n");
            Ran predicted = Ran.slope("predict", model.toString(), table);
            assertThat(predicted.exitCode()).as(word + predicted.err()).isZero();
        }
    }

    /// As in CSV: in double quotes, two of which stand for one.
    @Test
    void aValueMayHaveCommasAndQuotes() throws IOException {
        StringBuilder rows = new StringBuilder("\"a,b\",\"\"\"c\"\"\",\"k,\",\"y,z\",x\n");
        for (int row = 0; row < 60; row++) {
            String cell = row % 5 == 0 ? "\"n,a\"" : Integer.toString(row % 4);
            rows.append("%d,%s,%d,%d,%s%n".formatted(row * 17, cell, row % 3, row % 2, row % 7));
        }
        String odd = Files.writeString(folder.resolve("odd.csv"), rows).toString();
        Path model = folder.resolve("odd.onnx");
        Path checkpoints = folder.resolve("run-odd");
        List<String> files = List.of("train", odd, "--checkpoint", checkpoints.toString(), "--out", model.toString());
        Ran ran = Ran.slope(with(
                files,
                "--target",
                "\"y,z\"",
                "--ignore",
                "\"a,b\"",
                "--missing",
                "\"n,a\",-",
                "--categorical",
                "\"k,\",\"\"\"c\"\"\"",
                "--recipe",
                "plain",
                "--epochs",
                "2"));

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("\"a,b\" (ignored by name)");
        assertThat(Ran.slope("verify", model.toString(), "--data", odd).out()).endsWith("byte for byte\n");
        assertThat(Ran.slope("train", odd, "--resume", checkpoints.toString()).exitCode())
                .isZero();
        Ran predicted = Ran.slope("predict", model.toString(), odd, "--keep", "x,\"a,b\"");
        assertThat(predicted.out()).as(predicted.err()).startsWith("x,\"a,b\",prediction\n");
        Ran.slope("train", odd, "--target", "\"y,z").assertRefused("a double quote has to be closed before a comma");
        Ran.slope("train", odd, "--target", "\"y,z\"x").assertRefused("a double quote has to be closed");
    }

    /// A switch that was put off is off when the training is repeated, too.
    @Test
    void switchesThatAreOffStayOff() throws IOException {
        Path off = train("--hidden", List.of("--hidden=4", "--refit=false"), folder.resolve("off"));
        assertThat(ModelFile.read(off).provenance().request().orElseThrow()).doesNotContain("refit");
        assertThat(Ran.slope("verify", off.toString(), "--data", table).out()).endsWith("byte for byte\n");
        Path on = train("--hidden", List.of("--hidden=4", "--refit=true"), folder.resolve("on"));
        assertThat(ModelFile.read(on).provenance().request().orElseThrow()).contains("\"refit\":true");
        assertThat(Ran.slope("verify", on.toString(), "--data", table).out()).endsWith("byte for byte\n");
    }

    private static Path train(String option, List<String> given, Path checkpoints) throws IOException {
        Map<String, String> usual = new LinkedHashMap<>(Map.of(
                "--target", "y",
                "--missing", "n/a,-",
                "--day-first", "day,day2",
                "--recipe", "plain",
                "--epochs", "2",
                "--seed", "3"));
        usual.remove(option);
        if (option.equals("--month-first")) {
            usual.remove("--day-first");
        }
        Path model = folder.resolve(checkpoints.getFileName() + ".onnx");
        List<String> line = new ArrayList<>(List.of("train", table));
        usual.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> line.addAll(List.of(each.getKey(), each.getValue())));
        line.addAll(List.of("--checkpoint", checkpoints.toString(), "--out", model.toString()));
        Ran ran = Ran.slope(with(line, given.toArray(String[]::new)));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return model;
    }

    private static String[] with(List<String> line, String... more) {
        return Stream.concat(line.stream(), Stream.of(more)).toArray(String[]::new);
    }
}
