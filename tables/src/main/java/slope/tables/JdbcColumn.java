package slope.tables;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slope.table.ColumnKind;
import slope.tables.engine.TypedFile.Field;

/// A column of a query: what its type is, and how its cells are asked for.
///
/// @param index from 1
/// @param type as the database names it
/// @param isOfSqlite whether a cell may hold something else than the type says
record JdbcColumn(int index, String name, String type, Form form, boolean isOfSqlite) {
    /// Numbers that SQL Server and Oracle have for moments with a zone.
    private static final Set<Integer> OTHER_ZONED = Set.of(-155, -101, -102);

    private static final int LAST_YEAR = 9999;

    /// Beyond it a double may stand for several whole numbers.
    private static final double WHOLE = 1e15;

    /// How the cells of a type are asked for.
    private enum Form {
        WHOLE,
        DECIMAL,
        FLOAT,
        DOUBLE,
        BOOLEAN,
        DATE,
        MOMENT,
        INSTANT,
        TEXT,
        PADDED_TEXT,
        NONE
    }

    static JdbcColumn of(ResultSetMetaData facts, int index) throws SQLException {
        String type = String.valueOf(facts.getColumnTypeName(index));
        boolean isSqlite = facts.getClass().getName().startsWith("org.sqlite.");
        Form form = form(facts.getColumnType(index), type.toLowerCase(Locale.ROOT), facts.getPrecision(index));
        Form held = switch (form) {
            case DATE, MOMENT, INSTANT -> isSqlite ? Form.TEXT : form;
            case FLOAT -> isSqlite ? Form.DOUBLE : form;
            default -> form;
        };
        return new JdbcColumn(index, facts.getColumnLabel(index), type, held, isSqlite);
    }

    /// @param name of the type, in small letters: what several types share a number, as PostgreSQL has it
    private static Form form(int type, String name, int precision) {
        if (OTHER_ZONED.contains(type)) {
            return Form.INSTANT;
        }
        return switch (type) {
            case Types.BIT -> name.equals("bool") || precision == 1 ? Form.BOOLEAN : Form.NONE;
            case Types.BOOLEAN -> Form.BOOLEAN;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Form.WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> Form.DECIMAL;
            case Types.REAL -> Form.FLOAT;
            case Types.FLOAT, Types.DOUBLE -> name.equals("money") ? Form.NONE : Form.DOUBLE;
            case Types.DATE -> Form.DATE;
            case Types.TIMESTAMP -> name.equals("timestamptz") ? Form.INSTANT : Form.MOMENT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Form.INSTANT;
            case Types.CHAR, Types.NCHAR -> Form.PADDED_TEXT;
            case Types.VARCHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB ->
                Form.TEXT;
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> Form.TEXT;
            default -> name.equals("uuid") || name.startsWith("enum") ? Form.TEXT : Form.NONE;
        };
    }

    Field field() {
        Optional<ColumnKind> kind = switch (form) {
            case WHOLE, DECIMAL, FLOAT, DOUBLE -> Optional.of(ColumnKind.NUMBER);
            case BOOLEAN -> Optional.of(ColumnKind.BOOLEAN);
            case DATE, MOMENT, INSTANT -> Optional.of(ColumnKind.DATE);
            case TEXT, PADDED_TEXT -> Optional.of(ColumnKind.CATEGORY);
            case NONE -> Optional.empty();
        };
        return new Field(name, kind, type);
    }

    /// The cell of the present row: a double, a boolean, a moment or text; null if it is missing.
    ///
    /// @param kind its own, or categories
    @Nullable
    Object value(ResultSet rows, ColumnKind kind) throws SQLException {
        return switch (kind) {
            case NUMBER -> number(rows);
            case BOOLEAN -> present(rows, rows.getBoolean(index));
            case DATE -> moment(rows);
            case CATEGORY -> text(rows);
        };
    }

    /// SQLite keeps text in columns of numbers too, and would call it 0.
    private @Nullable Object number(ResultSet rows) throws SQLException {
        if (isOfSqlite && rows.getObject(index) instanceof String text) {
            throw new SQLDataException("\"%s\" is no number".formatted(text));
        }
        return present(rows, rows.getDouble(index));
    }

    private @Nullable String text(ResultSet rows) throws SQLException {
        return switch (form) {
            case BOOLEAN -> {
                Object value = present(rows, rows.getBoolean(index));
                yield value == null ? null : value.toString();
            }
            case DATE, MOMENT, INSTANT -> {
                LocalDateTime moment = moment(rows);
                yield moment == null ? null : text(moment);
            }
            case FLOAT, DOUBLE -> numberText(rows);
            case DECIMAL -> {
                BigDecimal number = rows.getBigDecimal(index);
                yield number == null ? null : number.toPlainString();
            }
            case PADDED_TEXT -> {
                String text = rows.getString(index);
                yield text == null ? null : text.stripTrailing();
            }
            case WHOLE, TEXT, NONE -> rows.getString(index);
        };
    }

    /// Whole numbers without ".0", as a file of text would have them.
    private @Nullable String numberText(ResultSet rows) throws SQLException {
        double value = rows.getDouble(index);
        if (rows.wasNull() || Double.isNaN(value)) {
            return null;
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        return form == Form.FLOAT ? Float.toString((float) value) : Double.toString(value);
    }

    private String text(LocalDateTime moment) {
        return form == Form.DATE
                ? moment.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }

    private @Nullable LocalDateTime moment(ResultSet rows) throws SQLException {
        LocalDateTime moment = switch (form) {
            case DATE -> {
                LocalDate day = rows.getObject(index, LocalDate.class);
                yield day == null ? null : day.atStartOfDay();
            }
            case INSTANT -> {
                OffsetDateTime instant = rows.getObject(index, OffsetDateTime.class);
                yield instant == null
                        ? null
                        : LocalDateTime.ofEpochSecond(instant.toEpochSecond(), instant.getNano(), ZoneOffset.UTC);
            }
            default -> rows.getObject(index, LocalDateTime.class);
        };
        if (moment != null && Math.abs(moment.getYear()) > LAST_YEAR) {
            throw new SQLDataException("infinity and years beyond %s are no dates here".formatted(LAST_YEAR));
        }
        return moment;
    }

    private static @Nullable Object present(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }
}
