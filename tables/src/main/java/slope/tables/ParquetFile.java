package slope.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import slope.table.DataException;
import slope.table.Place;

/// A Parquet file. It says what its columns hold, so nothing has to be found out; rows are named by
/// their number.
final class ParquetFile implements TableFile {
    private final Path path;

    ParquetFile(Path path) {
        this.path = path;
    }

    @Override
    public List<String> read(ColumnReading gathering) throws IOException {
        if (Files.size(path) == 0) {
            throw new DataException(path + " is empty; it is no Parquet file");
        }
        try (DuckDBConnection connection = DuckDb.open()) {
            List<String> names = names(connection);
            int rows = rows(connection);
            gathering.begin(names, rows);
            List<ParquetCells> wanted = wanted(names, types(connection), gathering);
            long rowBytes = Files.size(path) / Math.max(1, rows);
            if (wanted.isEmpty()) {
                gathering.endRows(rows);
            } else {
                DuckDb.query(connection, sql(names.size(), wanted), chunk -> {
                    for (int index = 0; index < wanted.size(); index++) {
                        wanted.get(index).gather(chunk, index);
                    }
                    gathering.endRows((int) chunk.rowCount());
                    gathering.bytes().add(chunk.rowCount() * rowBytes);
                });
            }
            return names;
        } catch (SQLException failure) {
            throw new DataException(path + " is no Parquet file, or a damaged one; write or copy it again", failure);
        }
    }

    @Override
    public Place place(int row) {
        return Place.ofRow(path, row);
    }

    private List<ParquetCells> wanted(List<String> names, List<String> types, ColumnReading gathering) {
        List<ParquetCells> wanted = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            String type = types.get(index);
            String field = "c" + index;
            gathering
                    .column(name)
                    .map(cells -> ParquetCells.of(path, name, field, type, cells, gathering.options()))
                    .ifPresent(wanted::add);
        }
        return wanted;
    }

    private String sql(int columns, List<ParquetCells> wanted) {
        return "SELECT %s FROM read_parquet(%s, hive_partitioning = false) AS file(%s)"
                .formatted(
                        wanted.stream().map(ParquetCells::sql).collect(Collectors.joining(", ")),
                        DuckDb.literal(path),
                        IntStream.range(0, columns)
                                .mapToObj(index -> "c" + index)
                                .collect(Collectors.joining(", ")));
    }

    /// The names as the file has them. DuckDB itself would rename columns that differ in upper and lower
    /// case only.
    private List<String> names(DuckDBConnection connection) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        String sql = "SELECT name, coalesce(num_children, 0) FROM parquet_schema(%s)".formatted(DuckDb.literal(path));
        try (Statement statement = connection.createStatement();
                ResultSet schema = statement.executeQuery(sql)) {
            schema.next(); // the root, whose children are the columns
            while (schema.next()) {
                String name = schema.getString(1);
                if (!names.add(name)) {
                    throw new DataException(
                            "%s: two columns are named \"%s\"; names must differ".formatted(path, name));
                }
                skipDescendants(schema);
            }
        }
        return List.copyOf(names);
    }

    private static void skipDescendants(ResultSet schema) throws SQLException {
        for (long left = schema.getLong(2); left > 0; left--) {
            schema.next();
            skipDescendants(schema);
        }
    }

    private List<String> types(DuckDBConnection connection) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns =
                        statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(%s, hive_partitioning = false)"
                                .formatted(DuckDb.literal(path)))) {
            while (columns.next()) {
                types.add(columns.getString("column_type"));
            }
        }
        return types;
    }

    private int rows(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT count(*) FROM read_parquet(%s, hive_partitioning = false)"
                                .formatted(DuckDb.literal(path)))) {
            count.next();
            return Math.toIntExact(Math.min(count.getLong(1), Integer.MAX_VALUE));
        }
    }
}
