package slope.duckdb;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Properties;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import slope.table.DataException;

/// Talks to DuckDB, in memory, with no way to the network: it may neither download nor load an
/// extension.
final class DuckDb {
    private DuckDb() {}

    /// Takes a piece of a result: some 2,000 rows.
    interface ChunkReader {
        void read(DuckDBDataChunkReader chunk) throws SQLException;
    }

    /// A database in memory.
    ///
    /// @throws DataException if DuckDB does not run on this machine
    static DuckDBConnection open() {
        return open("");
    }

    /// A database in a file, or in memory if its name is empty.
    ///
    /// @throws DataException if DuckDB does not run on this machine
    static DuckDBConnection open(String file) {
        Properties settings = new Properties();
        settings.put("autoinstall_known_extensions", "false");
        settings.put("autoload_known_extensions", "false");
        settings.put("temp_directory", ""); // It would make a folder in the current one.
        // Rows come as they are read, instead of all at once at the end.
        settings.put(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
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

    /// The name of a file as SQL writes it, with nothing in it that DuckDB takes for a pattern.
    static String literal(Path file) {
        return literal(file.toAbsolutePath().toString().replaceAll("([*?\\[])", "[$1]"));
    }
}
