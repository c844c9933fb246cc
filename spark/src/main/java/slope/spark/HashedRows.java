package slope.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import slope.table.ColumnKind;

/// Rows with two numbers behind their cells: a hash, which says where each belongs, however the DataFrame is
/// partitioned, and a check of all of the row.
final class HashedRows {
    private static final String HASH = "hash";
    private static final String CHECK = "check";

    /// What a column that names the validation rows says.
    static final String VALIDATES_OR_TRAINS = "a row is a validation row (true, or 1) or a training row (false, or 0)";

    private HashedRows() {}

    /// The rows of a frame with the hash of a column whose values differ; without one with that of all
    /// of the frame's cells and, since rows may be alike, of how many such rows came before.
    static Dataset<Row> of(TrainingFrame frame, Optional<String> rowId) {
        List<Column> columns = new ArrayList<>(frame.columns());
        rowId.ifPresent(
                name -> columns.add(functions.xxhash64(frame.ofSource(name)).as(HASH)));
        Dataset<Row> typed = frame.source().select(columns.toArray(Column[]::new));
        List<Column> cells = told(frame);
        Dataset<Row> hashed =
                rowId.isPresent() ? typed : typed.withColumn(HASH, hash(cells)).withColumn(HASH, amongAlike(frame));
        List<Column> all = new ArrayList<>(List.of(functions.col(HASH)));
        all.addAll(cells);
        return hashed.withColumn(CHECK, hash(all));
    }

    private static Column hash(List<Column> columns) {
        return functions.xxhash64(columns.toArray(Column[]::new));
    }

    /// The cells, and before each what Spark's hash does not see: that it is missing, which would leave the hash as it
    /// is, so that a cell and its neighbour could change places; or the sign of a zero.
    private static List<Column> told(TrainingFrame frame) {
        List<Column> told = new ArrayList<>();
        frame.kinds().forEach((name, kind) -> {
            Column cell = frame.column(name);
            Column form = functions.when(cell.isNull(), 1);
            if (kind == ColumnKind.NUMBER) {
                Column isNegative = cell.cast("string").startsWith("-");
                form = form.when(cell.equalTo(0).and(isNegative), 2);
            }
            told.add(form.otherwise(0));
            told.add(cell);
        });
        return told;
    }

    /// Rows of one hash are alike or, once in many tables, not: then their cells say which comes first.
    private static Column amongAlike(TrainingFrame frame) {
        Column hash = functions.col(HASH);
        Column[] cells = frame.kinds().keySet().stream().map(frame::column).toArray(Column[]::new);
        Column before = functions.row_number().over(Window.partitionBy(hash).orderBy(cells));
        return functions.xxhash64(hash, before);
    }

    /// The hash of a row.
    static long hash(Row row) {
        return row.getLong(row.size() - 2);
    }

    /// A number that no other row has, nor this one with other cells.
    static long check(Row row) {
        return row.getLong(row.size() - 1);
    }

    /// The checks of many rows in one, see [RowChecksum].
    static Column check() {
        return functions.coalesce(functions.bit_xor(functions.col(CHECK)), functions.lit(0L));
    }

    /// The number of the worker that a row belongs to: what [ShardLayout#worker] says, as a column.
    static Column worker(ShardLayout layout) {
        Column shard = functions.col(HASH).bitwiseAND((long) layout.shards() - 1);
        int bits = Integer.numberOfTrailingZeros(layout.shardsOfWorker());
        return functions.shiftright(shard, bits).cast("int");
    }

    /// The rows that can be learned from: with a label and, if there is a weight, one that is not 0.
    ///
    /// @param rows that [#of] made of the frame
    static Dataset<Row> usable(Dataset<Row> rows, TrainingFrame frame, String label, Optional<String> weight) {
        Column target = frame.column(label);
        Column there = switch (frame.kind(label)) {
            case NUMBER -> target.isNotNull().and(functions.not(functions.isnan(target)));
            case CATEGORY -> target.isNotNull().and(target.notEqual(""));
            case BOOLEAN, DATE -> target.isNotNull();
        };
        Dataset<Row> labelled = rows.filter(there);
        return weight.map(frame::column)
                .map(cell -> labelled.filter(cell.isNull().or(cell.notEqual(0))))
                .orElse(labelled);
    }

    /// The greatest hash of a sample of about so many rows.
    static long threshold(long wanted, long rows) {
        return wanted >= rows ? Long.MAX_VALUE : (long) (-0x1p63 + (double) wanted / rows * 0x1p64);
    }

    /// Whether a row is in the sample. Validation rows that a column names are, all of them.
    ///
    /// @param validation a column of booleans or numbers
    static Column isSampled(long threshold, Optional<Column> validation) {
        Column isLow = functions.col(HASH).leq(threshold);
        return validation
                .map(named -> isLow.or(named.cast("double").equalTo(1)))
                .orElse(isLow);
    }

    /// Whether a column says of a row neither that it is a validation row nor that it is not.
    ///
    /// @param validation a column of booleans or numbers
    static Column isUnclear(Column validation) {
        Column number = validation.cast("double");
        return functions.not(functions.coalesce(number.isin(0, 1), functions.lit(false)));
    }
}
