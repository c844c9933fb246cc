package slope.spark;

import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NullType;
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

    /// Refuses a type that a model's column cannot be read from. Text is, cell by cell, as of a file.
    ///
    /// @param wanted of the model
    /// @throws DataException if it has no cells, or those of another kind
    static void require(StructField field, ColumnKind wanted) {
        ColumnKind found = kind(field);
        if (found != wanted && found != ColumnKind.CATEGORY && wanted != ColumnKind.CATEGORY) {
            String read = switch (wanted) {
                case NUMBER -> "numbers";
                case BOOLEAN -> "true or false";
                case DATE -> "dates";
                case CATEGORY -> "text";
            };
            throw new DataException("column \"%s\" is of type %s, and the model reads %s in it"
                    .formatted(field.name(), field.dataType().simpleString(), read));
        }
    }

    static boolean isReadable(DataType type) {
        return kind(type).isPresent();
    }

    private static Optional<ColumnKind> kind(DataType type) {
        return switch (type) {
            case NumericType ignored -> Optional.of(ColumnKind.NUMBER);
            case BooleanType ignored -> Optional.of(ColumnKind.BOOLEAN);
            case StringType ignored -> Optional.of(ColumnKind.CATEGORY);
            case NullType ignored -> Optional.of(ColumnKind.CATEGORY); // all cells are missing, of whatever kind
            case DateType ignored -> Optional.of(ColumnKind.DATE);
            case TimestampType ignored -> Optional.of(ColumnKind.DATE);
            case TimestampNTZType ignored -> Optional.of(ColumnKind.DATE);
            default -> Optional.empty();
        };
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
            case Timestamp timestamp -> LocalDateTime.ofInstant(instant(timestamp), zone);
            default -> throw new IllegalArgumentException(cell.getClass() + " is no date");
        };
    }

    /// Spark's own way back: before 1582 a [Timestamp] counts days as Caesar did, and a table as all others do.
    private static Instant instant(Timestamp timestamp) {
        return DateTimeUtils.microsToInstant(DateTimeUtils.fromJavaTimestamp(timestamp));
    }
}
