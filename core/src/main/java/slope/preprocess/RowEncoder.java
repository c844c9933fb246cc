package slope.preprocess;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slope.table.DataException;
import slope.table.NearestName;
import slope.table.NumberColumn;

/// Encodes one row whose cells are Java values, without making a table of it.
///
/// A cell of a number column is a [Number], of a boolean column a [Boolean], of a date column a
/// [LocalDate], [LocalDateTime], [Instant], [OffsetDateTime] or [ZonedDateTime], of a category column
/// anything, read as its text. Null is missing everywhere, NaN is a missing number, an empty text a missing
/// word, as in the files that tables come from, and an infinite number counts as furthest away: a service
/// had better answer than stop.
public final class RowEncoder {
    private RowEncoder() {}

    /// The inputs of a row, the same as [TableEncoder#encode] gives for a table of that row.
    ///
    /// @param cells from a column's name to its value; it is asked for the encoding's columns alone
    /// @param width the encoding's, which the caller knows already
    /// @throws DataException if a cell has another kind of value than training saw
    public static float[] encode(TableEncoder encoding, Function<String, @Nullable Object> cells, int width) {
        float[] inputs = new float[width];
        int offset = 0;
        for (ColumnEncoder column : encoding.columns()) {
            offset += encode(column, cells.apply(column.column()), inputs, offset);
        }
        return inputs;
    }

    /// The cell of a column in a row by name, which may be null but not absent.
    ///
    /// @param asked all columns that are looked at
    /// @throws DataException if the row does not have the column; it suggests the nearest name
    public static @Nullable Object cell(Map<String, ?> row, String column, Supplier<Set<String>> asked) {
        Object cell = row.get(column);
        if (cell == null && !row.containsKey(column)) {
            throw NearestName.unknownColumn(
                    column, asked.get(), row.keySet().stream().sorted().toList());
        }
        return cell;
    }

    /// The cell of a column in names and values side by side.
    ///
    /// @param asked all columns that are looked at
    /// @throws DataException if the column is not among the names; it suggests the nearest one
    public static @Nullable Object cell(
            String[] names, @Nullable Object[] values, String column, Supplier<Set<String>> asked) {
        for (int index = 0; index < names.length; index++) {
            if (names[index].equals(column)) {
                return values[index];
            }
        }
        throw NearestName.unknownColumn(column, asked.get(), List.of(names));
    }

    /// A number out of a cell, NaN where it is missing.
    ///
    /// @throws DataException if it is something else
    public static double number(String column, @Nullable Object cell) {
        return switch (cell) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            default -> throw mismatch(column, cell, "a number");
        };
    }

    /// Writes a column's inputs from `offset` on.
    ///
    /// @return how many there are
    private static int encode(ColumnEncoder encoding, @Nullable Object cell, float[] inputs, int offset) {
        switch (encoding) {
            case NumberEncoder(String column, double filling, Scaler scaling) -> {
                double number = number(column, cell);
                inputs[offset] = scaling.apply(Double.isNaN(number) ? filling : number);
            }
            case DateEncoder(String column, DateEncoder.Part part, double filling, Scaler scaling) ->
                inputs[offset] = scaling.apply(cell == null ? filling : part.of(seconds(column, cell)));
            case MissingIndicator(String column, float whenMissing, float whenPresent) ->
                inputs[offset] = isMissing(cell) ? whenMissing : whenPresent;
            case BooleanEncoder truth ->
                inputs[offset] = switch (cell) {
                    case null -> truth.whenMissing();
                    case Boolean value -> value ? truth.whenTrue() : truth.whenFalse();
                    default -> throw mismatch(truth.column(), cell, "true or false");
                };
            case OrdinalEncoder code -> inputs[offset] = code.codeOf(text(cell));
            case OneHotEncoder category -> {
                return encode(category, text(cell), inputs, offset);
            }
        }
        return 1;
    }

    private static int encode(OneHotEncoder category, @Nullable String level, float[] inputs, int offset) {
        int code = category.codeOf(level);
        int width = category.width();
        for (int input = 0; input < width; input++) {
            inputs[offset + input] = category.value(code, input);
        }
        return width;
    }

    private static boolean isMissing(@Nullable Object cell) {
        return switch (cell) {
            case null -> true;
            case Number number -> Double.isNaN(number.doubleValue());
            case String word -> word.isEmpty();
            default -> false;
        };
    }

    private static long seconds(String column, Object cell) {
        return switch (cell) {
            case LocalDate date -> date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            case LocalDateTime moment -> moment.toEpochSecond(ZoneOffset.UTC);
            case Instant instant -> instant.getEpochSecond();
            case OffsetDateTime moment -> moment.toEpochSecond();
            case ZonedDateTime moment -> moment.toEpochSecond();
            default -> throw mismatch(column, cell, "a date");
        };
    }

    /// As the column of a file has it: the number 3.0 is the level "3".
    private static @Nullable String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case String word -> word.isEmpty() ? null : word;
            case Number number -> NumberColumn.text(number.doubleValue());
            default -> cell.toString();
        };
    }

    private static DataException mismatch(String column, Object cell, String wanted) {
        return new DataException(
                "\"%s\" is \"%s\"; training had %s there, so give %s or null".formatted(column, cell, wanted, wanted));
    }
}
