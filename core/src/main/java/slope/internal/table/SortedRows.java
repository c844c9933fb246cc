package slope.internal.table;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// Sorts rows by a number.
public final class SortedRows {
    private SortedRows() {}

    /// The rows from the smallest number to the largest, equal ones in the order given. Nothing is
    /// boxed: millions of rows are sorted in about a second.
    ///
    /// @param key no NaN
    public static int[] ascending(int[] rows, IntToDoubleFunction key) {
        double[] keys = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            keys[index] = key.applyAsDouble(rows[index]) + 0.0; // −0.0 becomes 0.0
        }
        double[] ranks = keys.clone();
        Arrays.sort(ranks);
        long[] order = new long[rows.length]; // the rank above, the place among the rows below
        for (int index = 0; index < rows.length; index++) {
            order[index] = (long) firstOf(ranks, keys[index]) << Integer.SIZE | index;
        }
        Arrays.sort(order);
        int[] sorted = new int[rows.length];
        for (int index = 0; index < rows.length; index++) {
            sorted[index] = rows[(int) order[index]];
        }
        return sorted;
    }

    private static int firstOf(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// A number that orders a column's cells as people do: words by their letters, false before
    /// true, earlier before later.
    public static double key(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> numbers.value(row);
            case BooleanColumn booleans -> booleans.isTrue(row) ? 1 : 0;
            case CategoryColumn categories -> categories.code(row);
            case DateColumn dates -> dates.seconds(row);
        };
    }

    /// How many different values some rows have, none of them missing.
    public static int distinct(Column column, int[] rows) {
        int[] ascending = ascending(rows, row -> key(column, row));
        int count = 0;
        for (int index = 0; index < ascending.length; index++) {
            count += index == 0 || key(column, ascending[index]) != key(column, ascending[index - 1]) ? 1 : 0;
        }
        return count;
    }
}
