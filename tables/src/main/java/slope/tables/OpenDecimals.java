package slope.tables;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Written;

/// Finds numbers such as 6.331 beside columns with a decimal comma, where they may be 6331.
final class OpenDecimals {
    /// Digits behind a mark that may stand between thousands.
    private static final double GROUP = 1000;

    private OpenDecimals() {}

    /// The columns of plain numbers whose text has to tell what a point in it means; none where all
    /// columns agree.
    static Set<String> of(Collection<Column> columns, ReadOptions options) {
        boolean haveComma = columns.stream().anyMatch(OpenDecimals::hasDecimalComma);
        return haveComma && options.decimal().isEmpty()
                ? columns.stream()
                        .filter(column -> column instanceof NumberColumn numbers && mayBeThousands(numbers))
                        .map(Column::name)
                        .filter(name -> options.notation(name).isEmpty())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static boolean hasDecimalComma(Column column) {
        return column instanceof NumberColumn numbers
                && numbers.written()
                        .map(Written::pattern)
                        .map(Notation::of)
                        .filter(Notation::hasDecimalComma)
                        .isPresent();
    }

    /// Whether a point stands in some numbers, and in none but before three digits, so far as their
    /// values tell: 6.300 is 6.3.
    private static boolean mayBeThousands(NumberColumn numbers) {
        boolean has = false;
        for (int row = 0; row < numbers.rows(); row++) {
            double value = numbers.value(row);
            if (!Double.isNaN(value) && value != Math.rint(value)) {
                has = true;
                if (!isGroup(value)) {
                    return false;
                }
            }
        }
        return has;
    }

    private static boolean isGroup(double fraction) {
        return Math.abs(fraction) < GROUP && Math.rint(fraction * GROUP) / GROUP == fraction;
    }
}
