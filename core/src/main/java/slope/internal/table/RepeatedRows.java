package slope.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Table;

/// Finds rows that are the same in some columns, in one table or in two of them.
///
/// Rows are compared by a hash of 64 bits: among ten million rows, two different ones have the same in one case of
/// hundreds of thousands.
public final class RepeatedRows {
    /// An odd number whose bits look random, as the golden ratio's do.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private RepeatedRows() {}

    /// A hash for each row: equal for the same cells, whatever the table.
    ///
    /// @param names of the columns that are compared
    public static long[] hashes(Table table, List<String> names) {
        long[] hashes = new long[table.rows()];
        for (String name : names) {
            addTo(hashes, table.column(name));
        }
        return hashes;
    }

    /// How many rows are the same as an earlier one.
    public static int count(long[] hashes) {
        long[] sorted = sorted(hashes);
        int count = 0;
        for (int index = 1; index < sorted.length; index++) {
            count += sorted[index] == sorted[index - 1] ? 1 : 0;
        }
        return count;
    }

    /// How many of some rows are the same as one of the others.
    public static int among(long[] some, long[] others) {
        long[] sought = sorted(some);
        long[] sorted = sorted(others);
        int count = 0;
        int place = 0;
        for (long hash : sought) {
            while (place < sorted.length && sorted[place] < hash) {
                place++;
            }
            count += place < sorted.length && sorted[place] == hash ? 1 : 0;
        }
        return count;
    }

    private static long[] sorted(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /// The hashes of some rows.
    public static long[] of(long[] hashes, int[] rows) {
        return IntStream.of(rows).mapToLong(row -> hashes[row]).toArray();
    }

    private static void addTo(long[] hashes, Column column) {
        long[] ofCategory = column instanceof CategoryColumn categories
                ? categories.categories().stream().mapToLong(RepeatedRows::hash).toArray()
                : new long[0];
        for (int row = 0; row < hashes.length; row++) {
            long cell = column.isMissing(row)
                    ? 1
                    : column instanceof CategoryColumn categories
                            ? ofCategory[categories.code(row)]
                            : Double.doubleToLongBits(SortedRows.key(column, row) + 0.0);
            hashes[row] = mixed(hashes[row] * SPREAD + cell);
        }
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int index = 0; index < text.length(); index++) {
            hash = hash * SPREAD + text.charAt(index);
        }
        return mixed(hash);
    }

    private static long mixed(long bits) {
        long half = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        half = (half ^ (half >>> 27)) * 0x94D049BB133111EBL;
        return half ^ (half >>> 31);
    }
}
