package slope.cli.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;
import slope.cli.text.ListText;

/// The options of a model's training, each once, with its values separated by commas.
///
/// @param texts what stands behind each option; nothing behind those that are on or off
public record RecordedOptions(SequencedMap<String, Optional<String>> texts) {
    private static final Pattern OPTION = Pattern.compile("(--[a-z][a-z-]*)(?:=(.*))?", Pattern.DOTALL);

    public RecordedOptions {
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    }

    /// Reads a record. Early ones have an option that was given twice twice, each time with all of
    /// its values as words of their own.
    ///
    /// @param words as [#words] writes them
    public static RecordedOptions of(List<String> words) {
        SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        String name = "";
        for (String word : words) {
            Matcher option = OPTION.matcher(word);
            if (option.matches()) {
                name = option.group(1);
                List<String> ofOption = new ArrayList<>();
                Optional.ofNullable(option.group(2)).ifPresent(ofOption::add);
                values.put(name, ofOption);
            } else if (!name.isEmpty()) {
                values.getOrDefault(name, new ArrayList<>()).add(word);
            }
        }
        SequencedMap<String, Optional<String>> texts = new LinkedHashMap<>();
        values.forEach((option, all) ->
                texts.put(option, all.isEmpty() ? Optional.empty() : Optional.of(String.join(",", all))));
        return new RecordedOptions(texts);
    }

    /// This record with another text behind an option.
    public RecordedOptions with(String option, String text) {
        SequencedMap<String, Optional<String>> more = new LinkedHashMap<>(texts);
        more.put(option, Optional.of(text));
        return new RecordedOptions(more);
    }

    /// This record without the options of other names.
    public RecordedOptions only(Predicate<String> wanted) {
        SequencedMap<String, Optional<String>> some = new LinkedHashMap<>(texts);
        some.keySet().removeIf(wanted.negate());
        return new RecordedOptions(some);
    }

    /// The text behind an option, if it was given.
    public Optional<String> text(String option) {
        return texts.getOrDefault(option, Optional.empty());
    }

    /// The values of an option that takes several; none if it was not given.
    public List<String> values(String option) {
        return text(option).map(RecordedOptions::read).orElse(List.of());
    }

    /// An early record may have a quote that stood for itself.
    private static List<String> read(String text) {
        try {
            return ListText.of(text).values();
        } catch (TypeConversionException _) {
            return List.of(text.split(",", -1));
        }
    }

    /// The record as words: a name, and a word for its values.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        texts.forEach((name, text) -> {
            if (text.filter(value -> OPTION.matcher(value).matches()).isPresent()) {
                words.add(name + "=" + text.get());
            } else {
                words.add(name);
                text.ifPresent(words::add);
            }
        });
        return words;
    }

    /// The words of a command line, in which no value is taken for an option.
    public List<String> commandLine() {
        return texts.entrySet().stream().map(RecordedOptions::onCommandLine).toList();
    }

    private static String onCommandLine(Map.Entry<String, Optional<String>> option) {
        return option.getKey() + option.getValue().map("="::concat).orElse("");
    }
}
