package slope.spark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Table;

/// The order of rows in a shard and in the sample, from whatever partition they come: that of their hashes. Rows of one
/// hash, where the ids of rows are not unique, are in the order of their cells' texts.
final class HashOrder {
    private static final int PREFIX_BITS = 53;

    private final long[] hashes;
    private final Table table;

    private HashOrder(long[] hashes, Table table) {
        this.hashes = hashes;
        this.table = table;
    }

    /// The numbers of a table's rows, in their order.
    ///
    /// @param hashes of the rows; there may be more, which are not looked at
    static int[] of(long[] hashes, Table table) {
        return new HashOrder(hashes, table).order();
    }

    private int[] order() {
        int count = table.rows();
        int[] order = SortedRows.ascending(IntStream.range(0, count).toArray(), this::prefix);
        int first = 0; // of those whose prefix is the same
        for (int index = 1; index <= count; index++) {
            if (index == count || prefix(order[index]) != prefix(order[first])) {
                if (index - first > 1) {
                    int[] same = inOrder(Arrays.copyOfRange(order, first, index));
                    System.arraycopy(same, 0, order, first, same.length);
                }
                first = index;
            }
        }
        return order;
    }

    /// As many of a hash's first bits as a double holds: nothing is boxed to sort by it.
    private double prefix(int row) {
        return hashes[row] >> (Long.SIZE - PREFIX_BITS);
    }

    /// A row whose prefix others have as well.
    private record Alike(int row, long hash, String text) {}

    private int[] inOrder(int[] rows) {
        return IntStream.of(rows)
                .mapToObj(row -> new Alike(row, hashes[row], text(row)))
                .sorted(Comparator.comparingLong(Alike::hash).thenComparing(Alike::text))
                .mapToInt(Alike::row)
                .toArray();
    }

    private String text(int row) {
        StringBuilder text = new StringBuilder();
        table.columns().forEach(column -> text.append(column.text(row)).append('\u0001'));
        return text.toString();
    }
}
