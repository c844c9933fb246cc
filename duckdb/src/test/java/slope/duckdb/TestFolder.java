package slope.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duckdb.DuckDBConnection;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// A folder of small files for a test, named without their folder in questions and answers.
final class TestFolder {
    private final Path folder;

    TestFolder(Path folder) {
        this.folder = folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(UTF_8));
    }

    void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.write(path(name), bytes);
    }

    /// Writes a Parquet file with the result of a query.
    void writeParquet(String name, String query) throws Exception {
        try (DuckDBConnection connection = DuckDb.open();
                var statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)"
                    .formatted(query, path(name).toString().replace("'", "''")));
        }
    }

    Table read(String name) {
        return read(name, ReadOptions.none());
    }

    Table read(String name, ReadOptions options) {
        return TableFiles.read(path(name).toString(), options);
    }

    /// The sentence with which reading is refused.
    String complaint(String name, ReadOptions options) {
        try {
            Table table = read(name, options);
            throw new AssertionError("read as " + table.schema() + " with " + table.rows() + " rows");
        } catch (DataException refused) {
            return withoutFolder(refused.getMessage());
        }
    }

    String complaint(String name) {
        return complaint(name, ReadOptions.none());
    }

    String withoutFolder(String sentence) {
        return sentence.replace(folder + "/", "").replace(folder.toString(), "FOLDER");
    }

    /// The cells of a column as text, each in brackets.
    static String cells(Column column) {
        StringBuilder cells = new StringBuilder();
        for (int row = 0; row < column.rows(); row++) {
            cells.append('[').append(column.text(row)).append(']');
        }
        return cells.toString();
    }
}
