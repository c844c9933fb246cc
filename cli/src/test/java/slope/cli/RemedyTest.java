package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import slope.cli.text.RemedyText;
import slope.cli.train.Interruption;
import slope.run.Stopwatch;
import slope.table.Remedy;

/// What the library can only describe, the command line names: the option that helps.
class RemedyTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    private static final List<Remedy> ALL = List.of(
            new Remedy.TreatAsMissing("n/a"),
            new Remedy.ReadAsCategory("a"),
            new Remedy.ReadAsNumber("a"),
            new Remedy.LeaveOutColumn("a"),
            new Remedy.LeaveOutOthers(2),
            new Remedy.DropLeaks("a"),
            new Remedy.ReadIgnored("a"),
            new Remedy.NameStart(),
            new Remedy.NameClassWeights(),
            new Remedy.GiveDateOrder("a"),
            new Remedy.GiveDecimalMark(","),
            new Remedy.ReadAsDates("a"),
            new Remedy.IgnoreSpaces(),
            new Remedy.ReadFirstLine(),
            new Remedy.SkipBadLines(),
            new Remedy.IgnoreFolders(),
            new Remedy.LeaveOutSetting("dropout"),
            new Remedy.TakeRecipe(List.of("plain")),
            new Remedy.TakeTask("count"),
            new Remedy.Recover(),
            new Remedy.StartOver(),
            new Remedy.NameQuery(),
            new Remedy.NameDriver(),
            new Remedy.GiveLogin(),
            new Remedy.NameFormat());

    @TempDir
    private Path folder;

    @Test
    void eachRemedyNamesOptionsThatTrainHas() {
        CommandSpec train = command("train");
        assertThat(ALL.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Remedy.class.getPermittedSubclasses());
        for (Remedy remedy : ALL) {
            String words = RemedyText.of(remedy);
            Matcher option = OPTION.matcher(words);
            int options = 0;
            while (option.find()) {
                options++;
                assertThat(train.findOption(option.group())).as(words).isNotNull();
            }
            assertThat(options).as(words).isPositive();
            assertThat(RemedyText.of(remedy, train)).isEqualTo(words);
            assertThat(remedy.text()).doesNotContain("--");
        }
    }

    @Test
    void aCommandSaysWhichRemediesAreThoseOfTraining() {
        CommandSpec predict = command("predict");
        assertThat(RemedyText.of(new Remedy.TreatAsMissing("n/a"), predict))
                .isEqualTo("treat it as missing with --missing n/a");
        assertThat(RemedyText.of(new Remedy.ReadAsCategory("a"), predict))
                .isEqualTo("in training, read the column as categories with --categorical a");
    }

    @Test
    void quotesThatLookLikePatternsStay() {
        assertThat(RemedyText.of(new Remedy.TreatAsMissing("%s $1 \\")))
                .isEqualTo("treat it as missing with --missing '%s $1 \\'");
    }

    /// Both the shell and the option take what is advised as the name that it is.
    @Test
    void adviceCanBeCopied() {
        assertThat(RemedyText.of(new Remedy.LeaveOutColumn("a,b"))).endsWith("--ignore '\"a,b\"'");
        assertThat(RemedyText.of(new Remedy.LeaveOutColumn("it's \"5\", or 6")))
                .endsWith("--ignore '\"it'\\''s \"\"5\"\", or 6\"'");
        assertThat(RemedyText.of(new Remedy.ReadAsCategory("zip code"))).endsWith("--categorical 'zip code'");
        assertThat(RemedyText.of(new Remedy.GiveDateOrder("d,e")))
                .endsWith("--day-first '\"d,e\"' or --month-first '\"d,e\"'");
        assertThat(RemedyText.of(new Remedy.TreatAsMissing("\u001b"))).endsWith("--missing");
        assertThat(RemedyText.of(new Remedy.LeaveOutColumn("x".repeat(500)))).endsWith("--ignore");
    }

    @Test
    void aBadCellIsToldWithTheOptionsThatHelp() throws IOException {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, "a,b\n1,1\n2,n/a\n3,2\n4,1\n");
        Ran ran = Ran.slope("train", table.toString(), "--target=a");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().strip())
                .isEqualTo("slope: " + table + ":3: column \"b\" has \"n/a\"; a number was expected (treat it as"
                        + " missing with --missing n/a, or read the column as categories with"
                        + " --categorical b, or leave the column out with --ignore b)");
    }

    private static CommandSpec command(String name) {
        return Main.commands(Stopwatch.started(System::nanoTime), Interruption.none())
                .getSubcommands()
                .get(name)
                .getCommandSpec();
    }
}
