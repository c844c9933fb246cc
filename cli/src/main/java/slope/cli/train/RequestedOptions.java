package slope.cli.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import slope.cli.record.ClassWeightsText;
import slope.cli.record.RecordedOptions;
import slope.cli.text.ListText;
import slope.table.DataException;

/// The options of a training that decide its model, as they were written.
final class RequestedOptions {
    /// Options that name files, or that change no bit of the model.
    private static final Set<String> NOT_OF_THE_MODEL = Set.of(
            "--out",
            "--predictions",
            "--test",
            "--json",
            "--threads",
            "--explain-settings",
            "--help",
            "--version",
            "--checkpoint",
            "--checkpoint-every",
            "--resume",
            "--start-from");

    /// An option that may name a file. No record has its value, and a file named in an early record
    /// is not read.
    private static final String CLASS_WEIGHTS = "--class-weights";

    /// Options that change no bit of the model, but are kept when a training resumes.
    private static final Set<String> REPEATED = Set.of("--threads", "--checkpoint-every");

    /// Options that may name a column which is not read.
    private static final Set<String> COLUMNS_OF_NO_USE = Set.of("--ignore", "--categorical");

    private RequestedOptions() {}

    /// Whether an option of this name may stand in a model's record.
    static boolean isRecorded(String option) {
        return !NOT_OF_THE_MODEL.contains(option);
    }

    /// Each option under its longest name. That of class weights is as it was typed: it may name a
    /// file.
    static RecordedOptions of(ParseResult asked) {
        return of(asked, RequestedOptions::isRecorded);
    }

    /// The options that a resumed training has again, besides those that decide its model.
    static RecordedOptions repeated(ParseResult asked) {
        return of(asked, REPEATED::contains);
    }

    private static RecordedOptions of(ParseResult asked, Predicate<String> wanted) {
        SequencedMap<String, Optional<String>> texts = new LinkedHashMap<>();
        for (OptionSpec option : given(asked)) {
            if (wanted.test(option.longestName())) {
                texts.put(option.longestName(), text(option));
            }
        }
        return new RecordedOptions(texts);
    }

    /// The options that were typed, each once, without those that were put off.
    static Set<OptionSpec> given(ParseResult asked) {
        Set<OptionSpec> given = new LinkedHashSet<>(asked.matchedOptions()); // it has one for each time it was typed
        given.removeIf(option -> Boolean.FALSE.equals(option.getValue()));
        return given;
    }

    /// What was written behind the option: nothing behind those that are on or off.
    static Optional<String> text(OptionSpec option) {
        List<String> typed = option.originalStringValues();
        if (option.arity().max() == 0) {
            return Optional.empty();
        }
        return Optional.of(typed.size() == 1 ? typed.getFirst() : String.join(",", option.stringValues()));
    }

    /// The columns that options need, by option.
    static SequencedMap<String, List<String>> columns(ParseResult asked) {
        SequencedMap<String, List<String>> columns = new LinkedHashMap<>();
        for (OptionSpec option : given(asked)) {
            if (option.paramLabel().equals("COLUMN") && !COLUMNS_OF_NO_USE.contains(option.longestName())) {
                String text = text(option).orElse("");
                columns.put(
                        option.longestName(),
                        option.isMultiValue() ? ListText.of(text).values() : List.of(text));
            }
        }
        return columns;
    }

    /// The command line that resumes a training: the typed options, and those of the first run.
    ///
    /// @param before the options of the first run, as [#of] and [#repeated] have them
    /// @throws DataException if a typed option was not in the first run
    static List<String> resumed(ParseResult typed, RecordedOptions before) {
        of(typed).texts().forEach((name, text) -> {
            Optional<String> now = Optional.of(text.orElse(""));
            Optional<String> was = Optional.ofNullable(before.texts().get(name)).map(value -> value.orElse(""));
            if (!was.equals(now) && !name.equals(CLASS_WEIGHTS)) {
                throw new DataException(
                        "the training cannot resume: %s was %s and is %s now; leave it out, or start again"
                                .formatted(name, was.orElse("left out"), now.get()));
            }
        });
        SequencedMap<String, Optional<String>> options = new LinkedHashMap<>();
        given(typed).forEach(option -> options.put(option.longestName(), text(option)));
        before.texts().forEach((name, text) -> {
            boolean ofFile = name.equals(CLASS_WEIGHTS) && !ClassWeightsText.isComplete(text.orElse(""));
            boolean isMeant = isRecorded(name) || REPEATED.contains(name);
            if (isMeant && !ofFile) {
                options.putIfAbsent(name, text);
            }
        });
        List<String> line = new ArrayList<>();
        typed.matchedPositionals().forEach(positional -> line.addAll(positional.originalStringValues()));
        line.addAll(new RecordedOptions(options).commandLine());
        return line;
    }
}
