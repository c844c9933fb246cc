package slope.spark;

import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import slope.table.ColumnKind;
import slope.table.DataException;

/// What the cells of a DataFrame's column mean in a table.
///
/// @param zone of timestamps that are instants: the session's, in which Spark shows them
record CellValue(ZoneId zone) implements Serializable {
    /// The kind of column that a type becomes.
    ///
    /// @throws DataException if it becomes none
    static ColumnKind kind(StructField field) {
        return kind(field.dataType())
                .orElseThrow(() -> new DataException(
                        ("column \"%s\" is of type %s; numbers, text, booleans, dates and timestamps can be read: leave"
                                        + " it out, or make columns of such types of it")
                                .formatted(field.name(), field.dataType().simpleString())));
    }

    static boolean isReadable(DataType type) {
        return kind(type).isPresent();
    }

    private static Optional<ColumnKind> kind(DataType type) {
        return switch (type) {
            case NumericType ignored -> Optional.of(ColumnKind.NUMBER);
            case BooleanType ignored -> Optional.of(ColumnKind.BOOLEAN);
            case StringType ignored -> Optional.of(ColumnKind.CATEGORY);
            case DateType ignored -> Optional.of(ColumnKind.DATE);
            case TimestampType ignored -> Optional.of(ColumnKind.DATE);
            case TimestampNTZType ignored -> Optional.of(ColumnKind.DATE);
            default -> Optional.empty();
        };
    }

    /// A name as Spark's expressions write it, whatever is in it.
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /// A date or timestamp without a zone.
    ///
    /// @param cell of a column of [ColumnKind#DATE], not null
    LocalDateTime moment(Object cell) {
        return switch (cell) {
            case LocalDateTime moment -> moment;
            case LocalDate date -> date.atStartOfDay();
            case Instant instant -> LocalDateTime.ofInstant(instant, zone);
            case Date date -> date.toLocalDate().atStartOfDay();
            case Timestamp timestamp -> LocalDateTime.ofInstant(timestamp.toInstant(), zone);
            default -> throw new IllegalArgumentException(cell.getClass() + " is no date");
        };
    }
}
