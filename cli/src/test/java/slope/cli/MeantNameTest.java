package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.cli.train.Interruption;
import slope.run.Stopwatch;

/// What was probably meant: of commands, options and columns.
class MeantNameTest {
    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Main.commands(Stopwatch.started(() -> 0), Interruption.none()).getSubcommands().keySet().stream();
    }

    /// Neighbours swapped, a letter left out, a letter doubled.
    @ParameterizedTest
    @MethodSource("commands")
    void aMistypedCommandIsFound(String command) {
        List<String> mistyped = new ArrayList<>();
        for (int at = 0; at + 1 < command.length(); at++) {
            String start = command.substring(0, at);
            String end = command.substring(at + 2);
            mistyped.add(start + command.charAt(at + 1) + command.charAt(at) + end);
            mistyped.add(start + command.substring(at + 1));
            mistyped.add(start + command.charAt(at) + command.substring(at));
        }
        mistyped.removeIf(command::equals); // two equal letters that were swapped
        for (String word : mistyped) {
            Ran.slope(word).assertRefused("did you mean " + command + "?");
            Ran.slope("help", word).assertRefused("did you mean " + command + "?");
        }
    }

    @Test
    void aMistypedOptionIsFound() {
        Ran.slope("train", Penguins.FILE, "--tagret", "species").assertRefused("did you mean --target?");
        Ran.slope("predict", "m.onnx", Penguins.FILE, "--probabilites").assertRefused("did you mean --probabilities?");
        Ran.slope("train", Penguins.FILE, "--tagret=species").assertRefused("did you mean --target?");
        assertThat(Ran.slope("train", Penguins.FILE, "--nonsense").err()).doesNotContain("did you mean");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpShowsWhatACommandCanDo(String command) {
        Ran help = Ran.slope("help", command);
        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out())
                .startsWith("Usage: slope " + command)
                .isEqualTo(Ran.slope(command, "--help").out());
    }

    @Test
    void helpAloneShowsAllCommands() {
        assertThat(Ran.slope("help").out())
                .contains("train", "predict")
                .isEqualTo(Ran.slope("--help").out());
        Ran.slope("help", "xyzzy").assertRefused("slope has no command \"xyzzy\"; the commands are lesson, train");
    }

    @Test
    void aModelIsWrittenByTheShortOptionToo() {
        Path model = folder.resolve("short.onnx");
        Ran ran = Penguins.train("species", "-o", model.toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Ran.slope("verify", model.toString(), "--data", Penguins.FILE)
                        .out())
                .endsWith("byte for byte\n");
    }

    /// The model looks at bill_length_mm, so a missing bill_depth_mm cannot be that.
    @Test
    void noColumnIsMeantThatIsUsedAlready() throws IOException {
        String model = Penguins.save("species", folder);
        String penguins = Files.readString(Path.of(Penguins.FILE));
        String lacking = Files.writeString(folder.resolve("lacking.csv"), penguins.replaceFirst("bill_depth_mm", "z"))
                .toString();
        String renamed = Files.writeString(
                        folder.resolve("renamed.csv"), penguins.replaceFirst("bill_depth_mm", "Bill_depth"))
                .toString();
        for (List<String> command : List.of(List.of("predict"), List.of("evaluate"), List.of("trace", "--row", "1"))) {
            List<String> line = new ArrayList<>(command);
            line.addAll(1, List.of(model, lacking));
            Ran ran = Ran.slope(line.toArray(String[]::new));
            ran.assertRefused(lacking + " has no column \"bill_depth_mm\"; the columns are");
            line.set(2, renamed);
            Ran.slope(line.toArray(String[]::new)).assertRefused("did you mean \"Bill_depth\"?");
        }
    }

    @Test
    void noColumnIsMeantThatWasAskedFor() {
        for (List<String> options : List.of(
                List.of("--target", "species,specis"),
                List.of("--target", "species", "--weight", "specie"),
                List.of("--target", "species", "--keep", "specis"),
                List.of("--target", "island", "--ignore", "species,specis"))) {
            List<String> line = new ArrayList<>(List.of("train", Penguins.FILE));
            line.addAll(options);
            Ran ran = Ran.slope(line.toArray(String[]::new));
            ran.assertRefused("there is no column");
            assertThat(ran.err()).doesNotContain("did you mean");
        }
        Ran.slope("train", Penguins.FILE, "--target", "species,iland").assertRefused("did you mean \"island\"?");
    }

    @Test
    void aNetworkToStartFromNeedsItsColumns() {
        Ran.slope(
                        "train",
                        Penguins.FILE,
                        "--target",
                        "species",
                        "--start-from",
                        Penguins.save("species", folder),
                        "--ignore",
                        "sex,bill_depth_mm")
                .assertRefused(
                        "\"bill_depth_mm\" is ignored, and it is an input of the network that training starts from"
                                + " (leave it out of --ignore)");
    }
}
