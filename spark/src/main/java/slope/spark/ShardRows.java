package slope.spark;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Row;
import slope.table.ColumnKind;
import slope.table.Table;

/// The rows of a shard as they come, and in their order when all have come.
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

    /// All rows, in the [order][HashOrder] of their hashes.
    Table table() {
        Table asTheyCame = cells.table();
        return asTheyCame.select(HashOrder.of(hashes, asTheyCame));
    }
}
