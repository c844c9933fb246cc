package slope.spark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import slope.internal.table.SortedRows;
import slope.table.ColumnKind;
import slope.table.Table;

/// The rows of a shard as they come, from whatever partition, and in the order of their hashes when all have come.
final class ShardRows {
    private static final int PREFIX_BITS = 53;

    private final RowTable cells;
    private long[] hashes = new long[64]; // the first count of them
    private int count;

    ShardRows(Map<String, ColumnKind> kinds) {
        cells = new RowTable(kinds);
    }

    /// @throws slope.table.DataException if a number is infinite
    void add(Row row) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count + count / 2);
        }
        hashes[count++] = HashedRows.hash(row);
        cells.add(row);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// All rows. Those of one hash, if the ids of rows are not unique, are in the order of their cells' texts.
    Table table() {
        Table asTheyCame = cells.table();
        int[] order = SortedRows.ascending(IntStream.range(0, count).toArray(), this::prefix);
        int first = 0; // of those whose prefix is the same
        for (int index = 1; index <= count; index++) {
            if (index == count || prefix(order[index]) != prefix(order[first])) {
                if (index - first > 1) {
                    System.arraycopy(
                            inOrder(asTheyCame, Arrays.copyOfRange(order, first, index)),
                            0,
                            order,
                            first,
                            index - first);
                }
                first = index;
            }
        }
        return asTheyCame.select(order);
    }

    /// As many of a hash's first bits as a double holds: nothing is boxed to sort by it.
    private double prefix(int row) {
        return hashes[row] >> (Long.SIZE - PREFIX_BITS);
    }

    /// A row whose prefix others have as well.
    private record Alike(int row, long hash, String text) {}

    private int[] inOrder(Table table, int[] rows) {
        return IntStream.of(rows)
                .mapToObj(row -> new Alike(row, hashes[row], text(table, row)))
                .sorted(Comparator.comparingLong(Alike::hash).thenComparing(Alike::text))
                .mapToInt(Alike::row)
                .toArray();
    }

    private static String text(Table table, int row) {
        StringBuilder text = new StringBuilder();
        table.columns().forEach(column -> text.append(column.text(row)).append('\u0001'));
        return text.toString();
    }
}
