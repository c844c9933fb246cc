package slope.table.profile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import slope.internal.text.MissingWord;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Remedy;
import slope.table.profile.ColumnFinding.Kind;
import slope.table.profile.InputColumns.Warning;

/// Finds texts of a column that are written in several ways.
final class LevelCheck {
    private LevelCheck() {}

    /// Says of texts which differ by spaces or case alone that they are different categories, and of spellings of one
    /// value that they are not.
    static Optional<Warning> warningAbout(Column column) {
        return column instanceof CategoryColumn texts ? alike(texts).or(() -> spellings(texts)) : Optional.empty();
    }

    /// Says of a text that stands for a missing value elsewhere that it is a category here.
    static Optional<Warning> missingWord(Column column) {
        return column instanceof CategoryColumn texts
                ? texts.categories().stream()
                        .filter(MissingWord::is)
                        .findFirst()
                        .map(word -> new Warning(
                                column.name(),
                                Kind.MISSING_WORD.of(word),
                                Optional.of(new Remedy.TreatAsMissing(word))))
                : Optional.empty();
    }

    private static Optional<Warning> alike(CategoryColumn column) {
        Map<String, String> bare = new HashMap<>();
        for (String text : column.categories()) {
            String plain = column.spelling().plain(text);
            String other = bare.putIfAbsent(plain.strip().toLowerCase(Locale.ROOT), plain);
            if (other != null && !other.equals(plain)) {
                Optional<Remedy> remedy =
                        other.strip().equals(plain.strip()) ? Optional.of(new Remedy.IgnoreSpaces()) : Optional.empty();
                return Optional.of(new Warning(column.name(), Kind.CATEGORIES_ALIKE.of(other, plain), remedy));
            }
        }
        return Optional.empty();
    }

    private static Optional<Warning> spellings(CategoryColumn column) {
        Map<String, String> first = new HashMap<>();
        for (String text : column.categories()) {
            String other = first.putIfAbsent(column.spelling().plain(text), text);
            if (other != null) {
                return Optional.of(
                        new Warning(column.name(), Kind.CATEGORY_SPELLINGS.of(other, text), Optional.empty()));
            }
        }
        return Optional.empty();
    }
}
