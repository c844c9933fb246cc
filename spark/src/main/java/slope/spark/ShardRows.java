package slope.spark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import slope.table.ColumnKind;
import slope.table.Table;

/// The rows of a shard as they come, from whatever partition, and in the order of their hashes when all have come.
final class ShardRows {
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
        Comparator<Integer> byHash = Comparator.comparingLong(row -> hashes[row]);
        Comparator<Integer> byCells = Comparator.comparing(row -> text(asTheyCame, row));
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(byHash.thenComparing(byCells))
                .mapToInt(Integer::intValue)
                .toArray();
        return asTheyCame.select(order);
    }

    private static String text(Table table, int row) {
        StringBuilder text = new StringBuilder();
        table.columns().forEach(column -> text.append(column.text(row)).append('\u0001'));
        return text.toString();
    }
}
