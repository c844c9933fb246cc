package slope.cli.text;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import slope.internal.text.Sentence;
import slope.table.Remedy;

/// What to do about data that cannot be used, worded as an option of the command line.
public final class RemedyText {
    private static final String LOGIN = "set SLOPE_DB_USER and SLOPE_DB_PASSWORD in the environment";

    private RemedyText() {}

    /// The option in words; `in training` stands before one that the command does not have.
    public static String of(Remedy remedy, CommandSpec command) {
        Option option = option(remedy);
        return command.findOption(option.name) == null ? "in training, " + option.words() : option.words();
    }

    /// The option of `slope train` in words.
    public static String of(Remedy remedy) {
        return option(remedy).words();
    }

    /// @param name as it is typed
    /// @param before what stands before it in half a sentence
    private record Option(String name, String before, String behind) {
        String words() {
            return before + name + behind;
        }
    }

    private static Option option(Remedy remedy) {
        return switch (remedy) {
            case Remedy.TreatAsMissing(String cell) ->
                new Option("--missing", "treat it as missing with ", value(MissingText.written(cell)));
            case Remedy.NameQuery _ -> new Option("--query", "choose rows with ", " 'select …', or name a --table");
            case Remedy.NameDriver _ -> new Option("--driver-path", "name its jar, or the folder of it, with ", "");
            case Remedy.GiveLogin _ -> new Option("--driver-path", LOGIN + " (see the help of ", ")");
            case Remedy.NameFormat _ -> new Option("--format", "say what the file holds with ", "");
            case Remedy.ReadAsCategory(String column) ->
                new Option("--categorical", "read the column as categories with ", value(ListText.written(column)));
            case Remedy.ReadAsNumber(String column) ->
                new Option("--numeric", "read the column as numbers with ", value(ListText.written(column)));
            case Remedy.LeaveOutColumn(String column) ->
                new Option("--ignore", "leave the column out with ", value(ListText.written(column)));
            case Remedy.LeaveOutOthers(int count) ->
                new Option("--ignore", "leave " + count + " of them out with ", "");
            case Remedy.DropLeaks _ -> new Option("--drop-leaks", "", " leaves it out");
            case Remedy.GiveDateOrder(String column) ->
                new Option(
                        "--day-first",
                        "say what comes first with ",
                        value(ListText.written(column)) + " or --month-first" + value(ListText.written(column)));
            case Remedy.GiveDecimalMark(String mark) ->
                new Option("--decimal", "say which with --thousands '" + mark + "' or ", " '" + mark + "'");
            case Remedy.ReadAsDates(String column) ->
                new Option("--year-first", "read the column as dates with ", value(ListText.written(column)));
            case Remedy.IgnoreSpaces _ -> new Option("--ignore-spaces", "", " makes one of them");
            case Remedy.ReadFirstLine _ -> new Option("--no-header", "if so, ", " names its columns c1, c2 and so on");
            case Remedy.SkipBadLines _ -> new Option("--skip-bad-lines", "skip such lines with ", "");
            case Remedy.IgnoreFolders _ -> new Option("--partitions", "leave out ", "");
            case Remedy.LeaveOutSetting(String title) -> new Option("--" + title, "leave out ", "");
            case Remedy.TakeRecipe(List<String> titles) ->
                new Option("--recipe", "take ", " " + String.join(" or ", titles));
            case Remedy.TakeTask(String title) -> new Option("--task", "take ", " " + title);
            case Remedy.Recover _ -> new Option("--recover", "", ", which goes back and takes smaller steps");
            case Remedy.ReadIgnored _ -> new Option("--ignore", "leave it out of ", "");
            case Remedy.NameStart _ -> new Option("--start-from", "name that one with ", "");
            case Remedy.NameClassWeights _ -> new Option("--class-weights", "name it with ", "");
            case Remedy.StartOver _ -> new Option("--checkpoint", "start again with ", " and another folder");
        };
    }

    /// As it is typed behind an option; nothing if it is too long for that or cannot be seen.
    private static String value(String text) {
        String shown = Sentence.visible(Sentence.quote(text));
        return shown.equals(text) && !text.isEmpty() ? " " + ShellWord.of(text) : "";
    }
}
