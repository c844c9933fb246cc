package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import slope.cli.train.Interruption;
import slope.run.Stopwatch;

/// A command line that cannot be used gets a sentence of Slope's, never one of the parser's.
class UsageTextTest {
    private static final String[] WORDS_OF_THE_PARSER = {
        "Unmatched",
        "Unknown",
        "Invalid value",
        "Missing required",
        "cannot convert",
        "should be",
        "is not a",
        "parameter"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trian                  | slope has no command \"trian\"; did you mean train?",
                "help train predict     | slope help takes COMMAND; \"predict\" is one too many",
                "help --all train       | slope help has no option --all",
                "completion zsh         | slope completion takes no argument; \"zsh\" is one too many",
                "train a.csv b.csv      | slope train takes FILE; \"b.csv\" is one too many",
                "predict m.onnx a b     | slope predict takes MODEL and FILE; \"b\" is one too many",
                "predict m.onnx         | slope predict needs MODEL and FILE",
                "evaluate               | slope evaluate needs MODEL and FILE",
                "verify m.onnx          | slope verify needs --data FILE",
                "train a.csv --seed     | a value is missing: --seed N",
                "train a.csv --seed x   | --seed has \"x\"; a whole number was expected",
                "train a.csv --json=no  | --json has \"no\"; true or false was expected",
                "train a.csv --seed 1 --seed 2 | --seed is given twice; give it once",
                "train a.csv --loss maee       | --loss has \"maee\"; did you mean mae?",
                "'train a.csv --out '   | --out has \"\"; a name was expected",
                "'inspect '             | MODEL has \"\"; a name was expected",
                "'predict m.onnx '      | FILE has \"\"; a name was expected",
                "'serve '               | MODEL has \"\"; a name was expected",
                "'studio '              | FILE has \"\"; a name was expected",
                "-x                     | slope has no option -x"
            })
    void eachKindOfMistakeHasItsSentence(String line, String sentence) {
        Ran ran = Ran.slope(line.split(" ", -1));

        ran.assertRefused("slope: " + sentence + " (see slope");
    }

    static Stream<List<String>> mistakes() {
        List<List<String>> lines = new ArrayList<>();
        Main.commands(Stopwatch.started(() -> 0), Interruption.none())
                .getSubcommands()
                .forEach((command, line) -> {
                    lines.add(List.of(command, "a", "b", "c", "d"));
                    lines.add(List.of(command, "--no-such-option"));
                    for (OptionSpec option : line.getCommandSpec().options()) {
                        lines.add(List.of(command, "1", "2", option.longestName()));
                        lines.add(List.of(command, "1", "2", option.longestName() + "=?\u0001"));
                    }
                });
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noMistakeGetsTheWordsOfTheParser(List<String> line) {
        Ran ran = Ran.slope(line.toArray(String[]::new));

        assertThat(ran.err()).doesNotContain(WORDS_OF_THE_PARSER).doesNotContain("Exception");
        if (ran.exitCode() != 0) {
            assertThat(ran.err()).startsWith("slope: ").hasLineCount(1);
        }
    }

    @Test
    void aSentenceNamesTheHelpOfItsCommand() {
        assertThat(Ran.slope("verify", "m.onnx").err()).endsWith("(see slope verify --help)\n");
        assertThat(Ran.slope("trian").err()).endsWith("(see slope --help)\n");
    }

    /// A name such as `.html` in two lines is no name.
    @Test
    void helpBreaksLinesBetweenWordsAlone() {
        CommandLine slope = Main.commands(Stopwatch.started(System::nanoTime), Interruption.none());
        for (CommandLine line : slope.getSubcommands().values()) {
            String help = line.getCommandName().equals("train")
                    ? Ran.slope("train", "--help-all").out()
                    : line.getUsageMessage();
            Set<String> words = Stream.of(help.split("\\s+", -1)).collect(Collectors.toSet());
            Stream.concat(
                            Stream.of(line.getCommandSpec().usageMessage().description()),
                            line.getCommandSpec().options().stream()
                                    .filter(option -> !option.hidden()
                                            || line.getCommandName().equals("train"))
                                    .flatMap(option -> Stream.of(option.description())))
                    .filter(text -> !text.contains("$")) // a default is put in its place
                    .flatMap(text -> Stream.of(text.split("\\s+", -1)))
                    .forEach(word -> assertThat(words).as(line.getCommandName()).contains(word));
        }
    }
}
