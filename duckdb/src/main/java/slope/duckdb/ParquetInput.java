package slope.duckdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import slope.table.DataException;
import slope.tables.engine.TypedFile;

/// A Parquet file that DuckDB reads.
final class ParquetInput implements TypedFile {
    private final Path path;
    private final DuckDBConnection connection;
    private final List<Field> fields = new ArrayList<>();
    private final List<ParquetColumn> columns = new ArrayList<>();
    private final int rows;

    private ParquetInput(Path path, DuckDBConnection connection) throws SQLException {
        this.path = path;
        this.connection = connection;
        List<String> names = names();
        List<String> types = types();
        for (int index = 0; index < names.size(); index++) {
            ParquetColumn column = new ParquetColumn("c" + index, types.get(index));
            columns.add(column);
            fields.add(new Field(names.get(index), column.kind(), column.type()));
        }
        this.rows = countedRows();
    }

    static ParquetInput open(Path path) {
        DuckDBConnection connection = DuckDb.open();
        try {
            return new ParquetInput(path, connection);
        } catch (SQLException failure) {
            close(connection);
            throw damaged(path, failure);
        } catch (DataException failure) {
            close(connection);
            throw failure;
        }
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void read(List<Wanted> wanted, Consumer<Chunk> taker) {
        String cells = wanted.stream()
                .map(each -> columns.get(each.field()).sql(each.kind()))
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(ParquetColumn::field).collect(Collectors.joining(", "));
        String sql = "SELECT %s FROM read_parquet(%s, hive_partitioning = false) AS file(%s)"
                .formatted(cells, DuckDb.literal(path), names);
        try {
            DuckDb.query(connection, sql, chunk -> taker.accept(new DuckDbChunk(chunk)));
        } catch (SQLException failure) {
            throw damaged(path, failure);
        }
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // It was read from alone.
        }
    }

    private static DataException damaged(Path path, SQLException failure) {
        return new DataException(path + " is no Parquet file, or a damaged one; write or copy it again", failure);
    }

    /// The names as the file has them. DuckDB itself would rename columns that differ in upper and lower
    /// case only.
    private List<String> names() throws SQLException {
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

    private List<String> types() throws SQLException {
        List<String> types = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE " + all("*"))) {
            while (described.next()) {
                types.add(described.getString("column_type"));
            }
        }
        return types;
    }

    private int countedRows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(all("count(*)"))) {
            count.next();
            return Math.toIntExact(Math.min(count.getLong(1), Integer.MAX_VALUE));
        }
    }

    private String all(String what) {
        return "SELECT %s FROM read_parquet(%s, hive_partitioning = false)".formatted(what, DuckDb.literal(path));
    }

    private record DuckDbChunk(DuckDBDataChunkReader chunk) implements Chunk {
        @Override
        public int rows() {
            return (int) chunk.rowCount();
        }

        @Override
        public Cells cells(int wanted) {
            return new DuckDbCells(chunk.vector(wanted));
        }
    }

    private record DuckDbCells(DuckDBReadableVector vector) implements Cells {
        @Override
        public boolean isMissing(int row) {
            return vector.isNull(row);
        }

        @Override
        public double number(int row) {
            return vector.getDouble(row);
        }

        @Override
        public boolean isTrue(int row) {
            return vector.getBoolean(row);
        }

        @Override
        public long seconds(int row) {
            return vector.getLong(row);
        }

        @Override
        public String text(int row) {
            return vector.getString(row);
        }
    }
}
