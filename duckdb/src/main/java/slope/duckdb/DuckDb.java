package slope.duckdb;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import slope.table.DataException;
import slope.table.Remedy;

/// Talks to DuckDB, in memory, with no way to the network: it may neither download nor load an
/// extension.
final class DuckDb {
    /// What a database file is called inside.
    private static final String ATTACHED = "file";

    private DuckDb() {}

    /// Takes a piece of a result: some 2,000 rows.
    interface ChunkReader {
        void read(DuckDBDataChunkReader chunk) throws SQLException;
    }

    /// A database in memory.
    ///
    /// @throws DataException if DuckDB does not run on this machine
    static DuckDBConnection open() {
        Properties settings = new Properties();
        settings.put("autoinstall_known_extensions", "false");
        settings.put("autoload_known_extensions", "false");
        settings.put("allow_community_extensions", "false");
        settings.put("temp_directory", ""); // It would make a folder in the current one.
        // Rows come as they are read, instead of all at once at the end.
        settings.put(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TimeZone = 'UTC'"); // Times with a zone read the same everywhere.
            }
            LeftLibraries.delete(Path.of(temporaryFiles()), Instant.now());
            return connection;
        } catch (SQLException | LinkageError failure) {
            throw new DataException(
                    "DuckDB, which reads and writes such files, does not start: is there room for 70 MB in %s?"
                            .formatted(temporaryFiles()),
                    failure);
        }
    }

    /// What may be done with a database file.
    enum Use {
        READ_ONLY,
        READ_WRITE
    }

    /// A database in memory beside a database file, whose tables go by their bare names. The address of a
    /// connection would take a part of the file's name for settings.
    ///
    /// @throws DataException if it is no such file
    static DuckDBConnection attached(Path file, Use use) {
        DuckDBConnection connection = open();
        String place = literal(file.toAbsolutePath().toString());
        try (Statement statement = connection.createStatement()) {
            statement.execute("ATTACH %s AS \"%s\" (TYPE duckdb, %s)".formatted(place, ATTACHED, use));
            statement.execute("USE \"%s\"".formatted(ATTACHED));
            return connection;
        } catch (SQLException failure) {
            close(connection);
            throw new DataException(
                    "%s cannot be opened as a DuckDB file: %s".formatted(file, reason(failure)), failure);
        }
    }

    /// From now on no setting can be changed, also not by a function that a query calls.
    static void lock(DuckDBConnection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_configuration = true");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The table of a database that has one.
    ///
    /// @throws DataException if it has none or several
    static String onlyTable(DuckDBConnection connection, Path file) {
        List<String> tables = new ArrayList<>();
        String sql = "SELECT table_name FROM information_schema.tables WHERE table_catalog = '%s' ORDER BY 1"
                .formatted(ATTACHED);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        if (tables.size() != 1) {
            close(connection);
            throw new DataException(
                    "%s has %s"
                            .formatted(file, tables.isEmpty() ? "no table" : "the tables " + String.join(", ", tables)),
                    new Remedy.NameQuery());
        }
        return tables.getFirst();
    }

    /// What DuckDB says, in one line and without its advice to load extensions, which is not followed.
    static String reason(SQLException failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.startsWith("Missing Extension Error") || text.contains("extension by running")) {
            return "it needs the network or an extension of DuckDB, and both are off; download the file, or write it"
                    + " as CSV or Parquet";
        }
        return text.contains("Expected a single SELECT")
                ? "one SELECT is wanted, which changes nothing"
                : text.strip().replaceFirst("(?s)\\s*\\R.*", "").replaceFirst("^[A-Z]\\w*(?: \\w+)* Error: ", "");
    }

    static void close(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // It was read from alone.
        }
    }

    private static String temporaryFiles() {
        return System.getProperty("java.io.tmpdir");
    }

    /// Hands on the result of a query piece by piece, in order.
    ///
    /// @return how many rows there were
    static long query(DuckDBConnection connection, String sql, ChunkReader reader) throws SQLException {
        long rows = 0;
        try (DuckDBPreparedStatement statement = connection.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                reader.read(result.chunk());
                rows += result.chunk().rowCount();
            }
        }
        return rows;
    }

    /// A text as SQL writes it.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// The name of a table as SQL writes it; a point parts the schema from the table.
    static String identifier(String table) {
        return Stream.of(table.split("\\.", -1))
                .map(part -> "\"%s\"".formatted(part.replace("\"", "\"\"")))
                .collect(Collectors.joining("."));
    }

    /// The name of a file as SQL writes it, with nothing in it that DuckDB takes for a pattern.
    static String literal(Path file) {
        return literal(file.toAbsolutePath().toString().replaceAll("([*?\\[])", "[$1]"));
    }
}
