package slope.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/// Rows with a hash in their last cell, which says where each belongs, however the DataFrame is
/// partitioned.
final class HashedRows {
    private static final String HASH = "hash";

    /// What a column that names the validation rows says.
    static final String VALIDATES_OR_TRAINS = "a row is a validation row (true, or 1) or a training row (false, or 0)";

    /// The order within a shard. Rows of one hash are of one id, if that is not unique.
    static final Comparator<Row> ORDER =
            Comparator.comparingLong(HashedRows::hash).thenComparing(HashedRows::text);

    private HashedRows() {}

    /// The rows of a frame with the hash of a column whose values differ; without one with that of all
    /// of the frame's cells and, since rows may be alike, of how many such rows came before.
    static Dataset<Row> of(TrainingFrame frame, Optional<String> rowId) {
        List<String> names =
                rowId.map(List::of).orElseGet(() -> List.copyOf(frame.kinds().keySet()));
        Column hash = functions.xxhash64(names.stream().map(frame::ofSource).toArray(Column[]::new));
        List<Column> columns = new ArrayList<>(frame.columns());
        columns.add(hash.as(HASH));
        Dataset<Row> hashed = frame.source().select(columns.toArray(Column[]::new));
        return rowId.isPresent() ? hashed : hashed.withColumn(HASH, amongAlike());
    }

    private static Column amongAlike() {
        Column hash = functions.col(HASH);
        Column before = functions.row_number().over(Window.partitionBy(hash).orderBy(hash));
        return functions.xxhash64(hash, before);
    }

    /// A missing cell is no text that a cell can have.
    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int cell = 0; cell < row.size(); cell++) {
            text.append(row.isNullAt(cell) ? "\u0000" : row.get(cell)).append('\u0001');
        }
        return text.toString();
    }

    /// The hash of a row.
    static long hash(Row row) {
        return row.getLong(row.size() - 1);
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
