package slope.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import slope.table.ColumnKind;

/// Rows with a hash in their last cell, which says where each belongs, however the DataFrame is
/// partitioned.
final class HashedRows {
    private static final String HASH = "slope hash";

    /// The order within a shard. Rows of one hash are of one id, or the same in every cell.
    static final Comparator<Row> ORDER =
            Comparator.comparingLong(HashedRows::hash).thenComparing(row -> row.mkString("\u0001"));

    private HashedRows() {}

    /// The rows of a frame with the hash of a column, or of all of the frame's cells.
    static Dataset<Row> of(TrainingFrame frame, Optional<String> rowId) {
        List<String> names = rowId.map(List::of).orElseGet(() -> List.copyOf(frame.kinds().keySet()));
        Column hash = functions.xxhash64(names.stream()
                .map(name -> functions.col(CellValue.quoted(name)))
                .toArray(Column[]::new));
        List<Column> columns = new ArrayList<>(frame.columns());
        columns.add(hash.as(HASH));
        return frame.source().select(columns.toArray(Column[]::new));
    }

    /// The hash of a row.
    static long hash(Row row) {
        return row.getLong(row.size() - 1);
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
        return weight.map(name -> labelled.filter(
                        functions.col(CellValue.quoted(name)).isNull().or(functions.col(CellValue.quoted(name))
                                .notEqual(0))))
                .orElse(labelled);
    }

    /// The greatest hash of a sample of about so many rows.
    static long threshold(long wanted, long rows) {
        return wanted >= rows ? Long.MAX_VALUE : (long) (-0x1p63 + (double) wanted / rows * 0x1p64);
    }

    static Column isSampled(long threshold) {
        return functions.col(CellValue.quoted(HASH)).leq(threshold);
    }
}
