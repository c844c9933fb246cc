package slope.serve.studio.data;

import java.util.Optional;
import java.util.regex.Pattern;
import slope.internal.text.Sentence;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.tables.ReadOptions;

/// Why a column is read as what it is, in words.
final class KindReason {
    private static final Pattern NUMBER = Pattern.compile(" *[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)? *");

    private KindReason() {}

    /// @param asked how the table is read
    static String of(Column column, ReadOptions asked) {
        if (asked.categorical().contains(column.name())) {
            return "read as categories, as you asked";
        }
        if (asked.numeric().contains(column.name())) {
            return "read as numbers, as you asked";
        }
        if (column.missingCount() == column.rows()) {
            return "no row has a value";
        }
        return switch (column) {
            case NumberColumn numbers -> "every value is a number" + written(numbers);
            case DateColumn dates -> "every value is a date" + written(dates);
            case BooleanColumn _ -> "every value is true or false";
            case CategoryColumn words -> words(words);
        };
    }

    private static String written(Column column) {
        return column.written().map(" such as %s"::formatted).orElse("");
    }

    private static String words(CategoryColumn column) {
        Optional<String> word = column.categories().stream()
                .filter(text -> !NUMBER.matcher(text).matches())
                .findFirst();
        return word.map(text -> "values such as \"%s\" are no numbers".formatted(Sentence.quote(text)))
                .orElse("the numbers are codes: some have leading zeros, or more digits than a number keeps");
    }
}
