package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import slope.cli.Ran;
import slope.run.Stopwatch;

class TrainHelpTest {
    @Test
    void everyOptionStandsInOneGroup() {
        CommandLine train = new CommandLine(new TrainCommand(Stopwatch.started(() -> 0), Interruption.none()));
        List<String> names = train.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();

        assertThat(TrainHelp.options())
                .doesNotHaveDuplicates()
                .containsAll(names)
                .contains("--help", "--version"); // of all commands
        assertThat(TrainHelp.options()).hasSize(names.size() + 2);
    }

    @Test
    void helpShowsWhatPeopleUseFirstAndTellsWhereTheOthersAre() {
        Ran first = Ran.slope("train", "--help");
        Ran all = Ran.slope("train", "--help-all");

        assertThat(first.exitCode()).isZero();
        assertThat(all.exitCode()).isZero();
        assertThat(first.out())
                .contains("--help-all shows the others", "--target=COLUMN")
                .doesNotContain("--patience");
        assertThat(all.out()).contains("The table:", "The rows:", "The run:", "--patience=N");
        assertThat((first.out() + all.out()).lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theCompletionKnowsEveryOption() {
        assertThat(Ran.slope("completion").out()).contains("--label-smoothing", "complete -F _complete_slope");
    }
}
