package slope.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.engine.TypedOutput;

/// Writes Parquet through DuckDB: numbers as doubles, true/false as booleans, text as strings. Rows wait
/// in a database beside the file, so that they need not fit into memory: DuckDB takes 1 GB at most, and a group of rows
/// 128 MB.
final class ParquetOutput implements TypedOutput {
    private static final String MEMORY = "1GB";
    private static final int GROUP_CELLS = 1 << 24;
    private static final int FEWEST_GROUP_ROWS = 2048;
    private static final int MOST_GROUP_ROWS = 122_880; // as DuckDB itself takes

    private final Path file;
    private final Path waiting;
    private final DuckDBConnection connection;
    private Optional<Table> first = Optional.empty();

    private ParquetOutput(Path file, Path waiting, DuckDBConnection connection) {
        this.file = file;
        this.waiting = waiting;
        this.connection = connection;
    }

    /// Begins a file, which is there once this is finished.
    static ParquetOutput begin(Path file) {
        Path waiting = file.resolveSibling(file.getFileName() + ".rows");
        return new ParquetOutput(file, waiting, DuckDb.attached(waiting, DuckDb.Use.READ_WRITE));
    }

    @Override
    public void take(Table piece) {
        try {
            if (first.isEmpty()) {
                first = Optional.of(piece);
                refuseLikeNames(piece.names());
                execute("SET memory_limit = '%s'".formatted(MEMORY));
                execute("CREATE TABLE output (%s)".formatted(list(piece, ParquetOutput::definition)));
            }
            append(piece, connection);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            Table table = first.orElseThrow();
            int group = Math.clamp(GROUP_CELLS / table.columns().size(), FEWEST_GROUP_ROWS, MOST_GROUP_ROWS);
            execute("COPY (SELECT %s FROM output) TO %s (FORMAT parquet, ROW_GROUP_SIZE %s)"
                    .formatted(
                            list(table, ParquetOutput::selection),
                            DuckDb.literal(file.toAbsolutePath().toString()),
                            group));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        } finally {
            Files.deleteIfExists(waiting);
            Files.deleteIfExists(waiting.resolveSibling(waiting.getFileName() + ".wal"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
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
        return "c%s %s".formatted(index, type);
    }

    private static String selection(int index, Column column) {
        return "c%s AS \"%s\"".formatted(index, column.name().replace("\"", "\"\""));
    }
}
