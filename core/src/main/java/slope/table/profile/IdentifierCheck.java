package slope.table.profile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.profile.ColumnFinding.Kind;

/// Finds columns that identify rows instead of describing them. What a network learns about an
/// identifier is of no use for the next row, which has another one.
final class IdentifierCheck {
    /// In smaller tables, all values may differ by chance.
    private static final int MINIMUM_FREQUENCY = 20;

    /// Text with at least this many different values for each cell: names, numbers of tickets, free
    /// text.
    private static final double SHARE_OF_DIFFERENT_TEXTS = 0.95;

    /// A value of at most five rows has too few of them for training.
    private static final int MOST_ROWS_OF_RARE_TEXT = 5;

    /// Many values are rare among names of people, customers or places; what counts is how many rows have another one.
    private static final double SHARE_OF_ROWS_THAT_REPEAT = 0.5;

    /// In so many rows, amounts would repeat.
    private static final int MANY_ROWS = 1000;

    /// Case matters in the middle alternative alone: `customerId` has one, `paid` has not.
    private static final Pattern NAME_OF_IDENTIFIER =
            Pattern.compile("(?i:(^|[_. -])(id|key|uuid|nr|no|index)$)|[a-z]I[dD]$|(?i:^(id|uuid)[_. -])|^Unnamed: 0$");

    /// Row numbers rise by 1 from row to row, and slightly faster where validation rows are left
    /// out. Up to this mean step (every second row left out) a clock or a price list is hardly
    /// mistaken for them.
    private static final double LARGEST_MEAN_STEP = 2;

    private IdentifierCheck() {}

    /// Why a column should be left out: text that differs in nearly every row or hardly repeats,
    /// numbers that count the rows, numbers that all differ in so many rows that they are hardly
    /// amounts.
    static Optional<Kind> reasonAgainst(Column column) {
        return switch (column) {
            case BooleanColumn ignored -> Optional.empty();
            case DateColumn ignored -> Optional.empty();
            case CategoryColumn categories -> reasonAgainst(categories);
            case NumberColumn numbers when countsTheRows(numbers) -> Optional.of(Kind.ROW_NUMBERS);
            case NumberColumn numbers
            when isAllDifferentWholes(numbers) && (numbers.rows() >= MANY_ROWS || isNamedLikeOne(numbers.name())) ->
                Optional.of(Kind.IDENTIFIER);
            case NumberColumn ignored -> Optional.empty();
        };
    }

    /// What may be wrong with a column that is used: whole numbers that all differ are often keys
    /// of a customer or an order, but a population or a price in cents looks the same.
    static Optional<Kind> warningAbout(Column column) {
        return column instanceof NumberColumn numbers && isAllDifferentWholes(numbers)
                ? Optional.of(Kind.DISTINCT_INTEGERS)
                : Optional.empty();
    }

    private static boolean isNamedLikeOne(String name) {
        return NAME_OF_IDENTIFIER.matcher(name).find();
    }

    private static Optional<Kind> reasonAgainst(CategoryColumn column) {
        int present = column.rows() - column.missingCount();
        int[] rows = rowsOfEach(column);
        long different = Arrays.stream(rows).filter(count -> count > 0).count();
        if (present < MINIMUM_FREQUENCY) {
            return Optional.empty();
        }
        if (different >= SHARE_OF_DIFFERENT_TEXTS * present) {
            return Optional.of(Kind.FREE_TEXT);
        }
        int repeating = Arrays.stream(rows)
                .filter(count -> count > MOST_ROWS_OF_RARE_TEXT)
                .sum();
        return different * MOST_ROWS_OF_RARE_TEXT >= present && repeating < SHARE_OF_ROWS_THAT_REPEAT * present
                ? Optional.of(Kind.RARE_TEXT)
                : Optional.empty();
    }

    /// The number of rows of each category.
    private static int[] rowsOfEach(CategoryColumn column) {
        int[] rows = new int[column.categories().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                rows[column.code(row)]++;
            }
        }
        return rows;
    }

    private static boolean countsTheRows(NumberColumn column) {
        int rows = column.rows();
        if (rows < MINIMUM_FREQUENCY) {
            return false;
        }
        for (int row = 0; row < rows; row++) {
            double value = column.value(row);
            // Written so that a missing number, which compares false, ends it too.
            if (!(value == Math.rint(value) && (row == 0 || value > column.value(row - 1)))) {
                return false;
            }
        }
        return column.value(rows - 1) - column.value(0) < LARGEST_MEAN_STEP * rows;
    }

    private static boolean isAllDifferentWholes(NumberColumn column) {
        if (column.rows() < MINIMUM_FREQUENCY) {
            return false;
        }
        Set<Double> seen = new HashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            double value = column.value(row);
            // A missing number is not whole. Most columns repeat a number soon, so the set stays small.
            if (value != Math.rint(value) || !seen.add(value)) {
                return false;
            }
        }
        return true;
    }
}
