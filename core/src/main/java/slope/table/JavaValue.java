package slope.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Java value as a column of one row, so that a row of values is read like a table.
public final class JavaValue {
    private JavaValue() {}

    /// A [Number] becomes a column of numbers, a [Boolean] one of true and false, a [LocalDate],
    /// [LocalDateTime], [Instant], [OffsetDateTime] or [ZonedDateTime] one of dates, anything else
    /// one of text.
    ///
    /// Null, NaN and an empty text are missing, as in files. An infinite number becomes the largest
    /// finite one, because a service should answer rather than fail.
    ///
    /// @param wanted the kind of values that training had, empty where any is fine
    /// @throws DataException if the value is of another kind; every kind can be read as text
    public static Column column(String name, @Nullable Object value, Optional<ColumnKind> wanted) {
        Column column = column(name, value);
        if (value != null && wanted.isPresent() && wanted.get() != column.kind() && !column.isMissing(0)) {
            requireText(wanted.get(), name, value);
        }
        return column;
    }

    private static void requireText(ColumnKind wanted, String name, Object value) {
        String words = switch (wanted) {
            case CATEGORY -> "";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date";
        };
        if (!words.isEmpty()) {
            throw new DataException(
                    "\"%s\" is \"%s\"; training had %s there, so give %s or null".formatted(name, value, words, words));
        }
    }

    /// The same of a value of any kind.
    public static Column column(String name, @Nullable Object value) {
        return switch (value) {
            case null -> NumberColumn.ofOne(name, Double.NaN);
            case Number number ->
                NumberColumn.ofOne(name, Math.clamp(number.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE));
            case Boolean truth -> BooleanColumn.ofOne(name, truth);
            case LocalDate date -> DateColumn.ofOne(name, date.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
            case LocalDateTime moment -> DateColumn.ofOne(name, moment.toEpochSecond(ZoneOffset.UTC));
            case Instant instant -> DateColumn.ofOne(name, instant.getEpochSecond());
            case OffsetDateTime moment -> DateColumn.ofOne(name, moment.toEpochSecond());
            case ZonedDateTime moment -> DateColumn.ofOne(name, moment.toEpochSecond());
            default -> CategoryColumn.ofOne(name, value.toString());
        };
    }
}
