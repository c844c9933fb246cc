package slope.table.profile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;

/// Finds numeric columns that may be codes of categories: 3 for March, 7 for a region. As numbers,
/// 12 is far from 1; as categories, each has a meaning of its own. Only a person knows.
final class CodeCheck {
    /// A column of few distinct numbers is hardly an age or an amount.
    private static final int MOST_CODES = 40;

    /// With two values the encoding makes no difference, and with fewer there is nothing to report.
    private static final int FEWEST_CODES = 3;

    /// In smaller tables, values may be few by chance.
    private static final int MINIMUM_FREQUENCY = 200;

    /// Whole numbers of so many digits are doubles.
    private static final int EXACT_DIGITS = 15;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private CodeCheck() {}

    /// Says of text why it is no numbers, although it is digits alone: some have a leading zero, or
    /// so many digits that doubles cannot tell them apart. Such are codes, unless a person says
    /// otherwise.
    static Optional<ColumnFinding> codesOfDigits(Column column) {
        if (!(column instanceof CategoryColumn texts)
                || !texts.categories().stream()
                        .allMatch(text -> DIGITS.matcher(text).matches())) {
            return Optional.empty();
        }
        return texts.categories().stream()
                .filter(text -> text.length() > 1 && text.startsWith("0"))
                .findFirst()
                .map(ColumnFinding.Kind.LEADING_ZEROS::of)
                .or(() -> texts.categories().stream()
                        .filter(text -> text.length() > EXACT_DIGITS)
                        .findFirst()
                        .map(ColumnFinding.Kind.LONG_INTEGERS::of));
    }

    /// Whether the column holds a few whole numbers that start at 0 or 1.
    static boolean mayBeCodes(Column column) {
        if (!(column instanceof NumberColumn numbers) || column.rows() < MINIMUM_FREQUENCY) {
            return false;
        }
        Set<Double> values = new HashSet<>();
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < numbers.rows() && values.size() <= MOST_CODES; row++) {
            double value = numbers.value(row);
            if (Double.isNaN(value)) {
                continue;
            }
            if (value != Math.rint(value)) {
                return false;
            }
            values.add(value);
            least = Math.min(least, value);
        }
        return values.size() >= FEWEST_CODES && values.size() <= MOST_CODES && (least == 0 || least == 1);
    }
}
