package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import slope.data.BooleanColumn;
import slope.data.CategoryColumn;
import slope.data.Column;
import slope.data.DataException;
import slope.data.DateColumn;
import slope.data.NumberColumn;
import slope.data.Table;

/// Writes Parquet through DuckDB: numbers as doubles, true/false as booleans, text as strings.
final class ParquetOutput {
    private ParquetOutput() {}

    static void write(Table table, Path file) throws IOException {
        refuseLikeNames(table.names());
        try (DuckDBConnection connection = DuckDb.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE output (%s)".formatted(list(table, ParquetOutput::definition)));
            append(table, connection);
            statement.execute("COPY (SELECT %s FROM output) TO %s (FORMAT parquet)"
                    .formatted(
                            list(table, ParquetOutput::selection),
                            DuckDb.literal(file.toAbsolutePath().toString())));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static void refuseLikeNames(List<String> names) {
        Map<String, String> known = new HashMap<>();
        for (String name : names) {
            String like = known.put(name.toLowerCase(Locale.ROOT), name);
            if (like != null) {
                throw new DataException(
                        "Parquet cannot hold columns \"%s\" and \"%s\", which differ in upper and lower case only"
                                .formatted(like, name));
            }
        }
    }

    private static void append(Table table, DuckDBConnection connection) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("output")) {
            for (int row = 0; row < table.rows(); row++) {
                appender.beginRow();
                for (Column column : table.columns()) {
                    append(column, row, appender);
                }
                appender.endRow();
            }
        }
    }

    private static void append(Column column, int row, DuckDBAppender appender) throws SQLException {
        if (column.isMissing(row)) {
            appender.appendNull();
            return;
        }
        switch (column) {
            case NumberColumn numbers -> appender.append(numbers.value(row));
            case BooleanColumn booleans -> appender.append(booleans.isTrue(row));
            case CategoryColumn categories -> appender.append(categories.text(row));
            case DateColumn dates -> appender.append(dates.moment(row));
        }
    }

    private interface ColumnSql {
        String of(int index, Column column);
    }

    private static String list(Table table, ColumnSql sql) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(index -> sql.of(index, table.columns().get(index)))
                .collect(Collectors.joining(", "));
    }

    private static String definition(int index, Column column) {
        String type = switch (column.kind()) {
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case CATEGORY -> "VARCHAR";
            case DATE -> "TIMESTAMP";
        };
        return "c%d %s".formatted(index, type);
    }

    private static String selection(int index, Column column) {
        return "c%d AS \"%s\"".formatted(index, column.name().replace("\"", "\"\""));
    }
}
