package slope.spark;

import java.io.Serializable;
import org.apache.spark.sql.Row;

/// How many rows there are and what they are, whatever their order. Spark computes a DataFrame several times for one
/// training, and one that is random, or cut anywhere, has other rows each time.
///
/// @param rows their number
/// @param check the exclusive or of their [checks][HashedRows#check]
record RowChecksum(long rows, long check) implements Serializable {
    static final RowChecksum NONE = new RowChecksum(0, 0);

    static RowChecksum of(Iterable<Row> rows) {
        RowChecksum sum = NONE;
        for (Row row : rows) {
            sum = sum.with(row);
        }
        return sum;
    }

    /// With one more row.
    RowChecksum with(Row row) {
        return new RowChecksum(rows + 1, check ^ HashedRows.check(row));
    }

    /// With other rows.
    RowChecksum with(RowChecksum others) {
        return new RowChecksum(rows + others.rows, check ^ others.check);
    }
}
