package slope.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.internal.table.SortedRows;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Level;
import slope.table.NumberColumn;

/// The strata of a split: rows that count as similar, of which each part gets its share.
public enum Stratification {
    /// Rows with the same value: those of a class.
    SAME_VALUE,
    /// Neighbours in the order of a number.
    NEIGHBOURS;

    /// The number of neighbours in a stratum: enough to give any share, few enough to be close to
    /// each other.
    private static final int NEIGHBOURHOOD = 20;

    /// Neighbours for numbers, equal values for other columns.
    static Stratification of(Column column) {
        return column instanceof NumberColumn ? NEIGHBOURS : SAME_VALUE;
    }

    /// The rows in strata, in the order of the column's values.
    ///
    /// @param rows none missing in the column
    List<int[]> strata(int[] rows, Column column) {
        int[] ascending = SortedRows.ascending(rows, row -> SortedRows.key(column, row));
        List<int[]> strata = new ArrayList<>();
        for (int start = 0; start < ascending.length; ) {
            int end = switch (this) {
                case SAME_VALUE -> endOfValue(ascending, start, column);
                case NEIGHBOURS -> Math.min(start + NEIGHBOURHOOD, ascending.length);
            };
            strata.add(Arrays.copyOfRange(ascending, start, end));
            start = end;
        }
        return strata;
    }

    /// The rows of each value; a row without a value is a group of its own.
    public static List<int[]> groups(int[] rows, Column column) {
        Column byLevel = column instanceof CategoryColumn texts ? Level.merged(texts) : column;
        int[] present =
                Arrays.stream(rows).filter(row -> !column.isMissing(row)).toArray();
        List<int[]> groups = new ArrayList<>(SAME_VALUE.strata(present, byLevel));
        Arrays.stream(rows).filter(column::isMissing).forEach(row -> groups.add(new int[] {row}));
        return groups;
    }

    private static int endOfValue(int[] ascending, int start, Column column) {
        double value = SortedRows.key(column, ascending[start]);
        int end = start + 1;
        while (end < ascending.length && SortedRows.key(column, ascending[end]) == value) {
            end++;
        }
        return end;
    }
}
