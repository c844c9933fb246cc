package slope.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import slope.internal.text.NearestName;
import slope.internal.text.Sentence;

/// A text of missing values that no cell has.
///
/// @param text the text
/// @param column the column that it is for, empty if it is for all
/// @param nearest a text that cells have and that may be meant
public record UnusedMissingText(String text, Optional<String> column, Optional<String> nearest) {
    /// Most shorter texts are like many others.
    private static final int SHORT = 5;

    /// Those of a table.
    ///
    /// @param found the texts that cells have, by column
    static List<UnusedMissingText> of(ReadOptions options, Map<String, Set<String>> found) {
        List<UnusedMissingText> unused = new ArrayList<>();
        Set<String> everywhere = new TreeSet<>(options.missing());
        found.forEach((column, texts) -> {
            if (!options.missingIn().containsKey(column)) {
                everywhere.removeAll(texts);
            }
        });
        everywhere.forEach(text -> unused.add(new UnusedMissingText(text, Optional.empty(), Optional.empty())));
        options.missingIn().forEach((column, texts) -> {
            Set<String> own = new TreeSet<>(texts);
            own.removeAll(found.getOrDefault(column, Set.of()));
            own.forEach(text -> unused.add(new UnusedMissingText(text, Optional.of(column), Optional.empty())));
        });
        return unused;
    }

    static UnusedMissingText of(String text, Optional<String> column, Collection<String> found) {
        Optional<String> nearest = found.stream()
                .filter(other -> !bare(text).isEmpty() && bare(other).equals(bare(text)))
                .findFirst()
                .or(() -> text.length() < SHORT ? Optional.empty() : NearestName.among(found, text));
        return new UnusedMissingText(text, column, nearest);
    }

    /// As in `no cell is "n/a", which was to be missing; did you mean "N/A"?`.
    public String sentence() {
        return "no cell%s is \"%s\", which was to be missing%s"
                .formatted(
                        column.map(name -> " of \"" + name + "\"").orElse(""),
                        Sentence.quote(text),
                        nearest.map(other -> "; did you mean \"" + Sentence.quote(other) + "\"?")
                                .orElse(""));
    }

    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
