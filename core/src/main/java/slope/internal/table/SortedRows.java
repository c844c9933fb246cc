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
    /// boxed or looked up: millions of rows are sorted in half a second.
    ///
    /// @param key no NaN
    public static int[] ascending(int[] rows, IntToDoubleFunction key) {
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(rows.length);
        long places = (1L << placeBits) - 1;
        long[] order = new long[rows.length]; // the high bits of the number, the place among the rows below
        for (int place = 0; place < rows.length; place++) {
            order[place] = (bits(key, rows[place]) & ~places) | place;
        }
        Arrays.sort(order);
        int first = 0; // of those whose high bits are the same
        for (int index = 1; index <= order.length; index++) {
            if (index == order.length || (order[index] & ~places) != (order[first] & ~places)) {
                for (int same = first; same < index && index - first > 1; same++) {
                    long place = order[same] & places;
                    order[same] = ((bits(key, rows[(int) place]) & places) << placeBits) | place;
                }
                Arrays.sort(order, first, index);
                first = index;
            }
        }
        int[] sorted = new int[rows.length];
        Arrays.setAll(sorted, index -> rows[(int) (order[index] & places)]);
        return sorted;
    }

    /// Bits in the order of the numbers that they are of; −0.0 is 0.0.
    private static long bits(IntToDoubleFunction key, int row) {
        long bits = Double.doubleToRawLongBits(key.applyAsDouble(row) + 0.0);
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
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
