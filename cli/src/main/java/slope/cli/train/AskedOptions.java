package slope.cli.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import slope.data.DataException;

/// The options of a training that decide its model, as they were written.
final class AskedOptions {
    /// Options that name files, or that change no bit of the model.
    private static final Set<String> NOT_OF_THE_MODEL = Set.of(
            "--out",
            "--predictions",
            "--test",
            "--json",
            "--threads",
            "--explain-settings",
            "--help",
            "--checkpoint",
            "--checkpoint-every",
            "--resume",
            "--start-from");

    /// Its value may be the name of a file, and no name that stands in a file is followed.
    private static final String CLASS_WEIGHTS = "--class-weights";

    /// Options that change no bit of the model, and yet are those it began with when a training goes on.
    private static final Set<String> REPEATED = Set.of("--threads", "--checkpoint-every");

    private AskedOptions() {}

    /// Whether an option of this name may stand in a model's record.
    static boolean isRecorded(String option) {
        return !NOT_OF_THE_MODEL.contains(option);
    }

    /// Names and values, each option under its longest name.
    static List<String> of(ParseResult asked) {
        return of(asked, AskedOptions::isRecorded);
    }

    /// Those that a training has again when it goes on, besides those that decide its model.
    static List<String> repeated(ParseResult asked) {
        return of(asked, REPEATED::contains);
    }

    private static List<String> of(ParseResult asked, Predicate<String> wanted) {
        List<String> options = new ArrayList<>();
        for (OptionSpec option : asked.matchedOptions()) {
            if (wanted.test(option.longestName())) {
                options.add(option.longestName());
                options.addAll(values(option));
            }
        }
        return options;
    }

    /// What was written behind the option: nothing behind those that are on or off.
    static List<String> values(OptionSpec option) {
        return option.arity().max() == 0 ? List.of() : option.originalStringValues();
    }

    /// Of the options in a checkpoint, those that decide the model.
    static List<String> ofTheModel(CommandSpec command, List<String> kept) {
        List<String> options = new ArrayList<>();
        boolean isOfTheModel = false;
        for (String word : kept) {
            isOfTheModel = command.findOption(word) == null ? isOfTheModel : isRecorded(word);
            if (isOfTheModel) {
                options.add(word);
            }
        }
        return options;
    }

    /// The command line that goes on with a training: what was typed, and what the training began with.
    ///
    /// @param kept the options it began with, as [#of] and [#repeated] have them
    /// @throws DataException if an option was typed that it did not begin with
    static List<String> resumed(ParseResult typed, List<String> kept) {
        CommandSpec command = typed.commandSpec();
        Map<String, List<String>> before = byName(command, kept);
        Map<String, List<String>> now = byName(command, of(typed));
        now.forEach((name, values) -> {
            List<String> was = before.getOrDefault(name, List.of("left out"));
            if (!was.equals(values) && !name.equals(CLASS_WEIGHTS)) {
                throw new DataException(
                        "the training cannot go on: %s was %s and is %s now; leave it out, or begin anew"
                                .formatted(name, String.join(" ", was), String.join(" ", values)));
            }
        });
        List<String> line = new ArrayList<>();
        typed.matchedPositionals().forEach(positional -> line.addAll(positional.originalStringValues()));
        typed.matchedOptions().forEach(option -> addTo(line, option.longestName(), values(option)));
        before.forEach((name, values) -> {
            boolean ofFile = name.equals(CLASS_WEIGHTS) && !values.equals(List.of("balanced"));
            boolean isMeant = isRecorded(name) || REPEATED.contains(name);
            if (!typed.hasMatchedOption(name) && isMeant && !ofFile) {
                addTo(line, name, values);
            }
        });
        return line;
    }

    private static void addTo(List<String> line, String name, List<String> values) {
        if (values.isEmpty()) {
            line.add(name);
        }
        values.forEach(value -> line.add(name + "=" + value));
    }

    /// What is no option, or follows none, is left out.
    private static Map<String, List<String>> byName(CommandSpec command, List<String> options) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        String name = "";
        for (String word : options) {
            if (command.findOption(word) != null) {
                name = word;
                byName.put(name, new ArrayList<>());
            } else if (byName.containsKey(name)) {
                byName.get(name).add(word);
            }
        }
        return byName;
    }
}
