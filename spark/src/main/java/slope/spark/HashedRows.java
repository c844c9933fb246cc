package slope.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import slope.table.ColumnKind;

/// Rows with a hash in their last cell, which says where each belongs, however the DataFrame is
/// partitioned.
final class HashedRows {
    private static final String HASH = "slope hash";

    /// The order within a shard. Rows of one hash are of one id, if that is not unique.
    static final Comparator<Row> ORDER =
            Comparator.comparingLong(HashedRows::hash).thenComparing(row -> row.mkString("\u0001"));

    private HashedRows() {}

    /// The rows of a frame with the hash of a column whose values differ; without one with that of all
    /// of the frame's cells and, since rows may be alike, of how many such rows came before.
    static Dataset<Row> of(TrainingFrame frame, Optional<String> rowId) {
        List<String> names =
                rowId.map(List::of).orElseGet(() -> List.copyOf(frame.kinds().keySet()));
        Column hash = functions.xxhash64(names.stream()
                .map(name -> functions.col(CellValue.quoted(name)))
                .toArray(Column[]::new));
        List<Column> columns = new ArrayList<>(frame.columns());
        columns.add(hash.as(HASH));
        Dataset<Row> hashed = frame.source().select(columns.toArray(Column[]::new));
        return rowId.isPresent() ? hashed : hashed.withColumn(HASH, amongAlike());
    }

    private static Column amongAlike() {
        Column hash = functions.col(CellValue.quoted(HASH));
        Column before = functions.row_number().over(Window.partitionBy(hash).orderBy(hash));
        return functions.xxhash64(hash, before);
    }

    /// The hash of a row.
    static long hash(Row row) {
        return row.getLong(row.size() - 1);
    }

    /// The number of the worker that a row belongs to: what [ShardLayout#worker] says, as a column.
    static Column worker(ShardLayout layout) {
        Column shard = functions.col(CellValue.quoted(HASH)).bitwiseAND((long) layout.shards() - 1);
        int bits = Integer.numberOfTrailingZeros(layout.shardsOfWorker());
        return functions.shiftright(shard, bits).cast("int");
    }

    /// The rows that can be learned from: with a label and, if there is a weight, one that is not 0.
    static Dataset<Row> usable(
            Dataset<Row> rows, Map<String, ColumnKind> kinds, String label, Optional<String> weight) {
        Column target = functions.col(CellValue.quoted(label));
        Column there = switch (kinds.getOrDefault(label, ColumnKind.CATEGORY)) {
            case NUMBER -> target.isNotNull().and(functions.not(functions.isnan(target)));
            case CATEGORY -> target.isNotNull().and(target.notEqual(""));
            case BOOLEAN, DATE -> target.isNotNull();
        };
        Dataset<Row> labelled = rows.filter(there);
        return weight.map(name -> labelled.filter(functions
                        .col(CellValue.quoted(name))
                        .isNull()
                        .or(functions.col(CellValue.quoted(name)).notEqual(0))))
                .orElse(labelled);
    }

    /// The greatest hash of a sample of about so many rows.
    static long threshold(long wanted, long rows) {
        return wanted >= rows ? Long.MAX_VALUE : (long) (-0x1p63 + (double) wanted / rows * 0x1p64);
    }

    /// Whether a row is in the sample. Validation rows that a column names are, all of them; so are rows of which it
    /// says nothing, which are refused there.
    static Column isSampled(long threshold, Optional<String> validation) {
        Column isLow = functions.col(CellValue.quoted(HASH)).leq(threshold);
        return validation
                .map(name -> functions.col(CellValue.quoted(name)).try_cast("double"))
                .map(named -> isLow.or(functions.coalesce(named.notEqual(0), functions.lit(true))))
                .orElse(isLow);
    }
}
