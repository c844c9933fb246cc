package slope.duckdb;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import slope.table.DataException;
import slope.tables.engine.TypedFile;

/// Rows that DuckDB reads, of a Parquet file or of a query.
final class DuckDbRows implements TypedFile {
    private static final long MICROSECONDS = 1_000_000; // of a second, in which DuckDB hands over moments
    private static final int NANOSECONDS = 1000; // of a microsecond

    private final DuckDBConnection connection;
    private final String relation; // in SQL
    private final Function<SQLException, DataException> refusal;
    private final List<Field> fields = new ArrayList<>();
    private final List<DuckDbColumn> columns = new ArrayList<>();
    private final int rows;
    private final List<String> notes;

    /// @param names of the columns, if the relation does not tell them as they are
    private DuckDbRows(
            DuckDBConnection connection,
            String relation,
            List<String> names,
            int rows,
            List<String> notes,
            Function<SQLException, DataException> refusal)
            throws SQLException {
        this.connection = connection;
        this.relation = relation;
        this.refusal = refusal;
        this.rows = rows;
        this.notes = notes;
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + relation)) {
            while (described.next()) {
                int index = columns.size();
                DuckDbColumn column = new DuckDbColumn("c" + index, described.getString("column_type"));
                columns.add(column);
                String name = names.isEmpty() ? described.getString("column_name") : names.get(index);
                fields.add(new Field(name, column.kind(), column.type()));
            }
        }
    }

    static DuckDbRows ofParquet(Path path) {
        String file = DuckDb.literal(path);
        String relation = "read_parquet(%s, hive_partitioning = false)".formatted(file);
        return open(
                DuckDb.open(),
                connection -> new DuckDbRows(
                        connection,
                        relation,
                        ParquetNames.of(connection, path),
                        count(connection, relation),
                        List.of(),
                        failure -> damaged(path, failure)),
                failure -> damaged(path, failure));
    }

    /// One query; DuckDB itself refuses all other statements there, and several.
    static DuckDbRows ofQuery(DuckDBConnection connection, String sql) {
        Function<SQLException, DataException> refusal = failure -> refused("the query cannot be answered", failure);
        String relation = "query(%s)".formatted(DuckDb.literal(sql));
        return open(
                connection,
                opened -> {
                    DuckDbRows rows =
                            new DuckDbRows(opened, relation, List.of(), 0, QueriedCsv.notes(opened, sql), refusal);
                    refuseEqualNames(opened, sql);
                    return rows;
                },
                refusal);
    }

    /// DuckDB gives the second of two equal names another one where a query stands inside another.
    ///
    /// @param sql a single query
    private static void refuseEqualNames(DuckDBConnection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Set<String> names = new HashSet<>();
            for (int index = 1; index <= statement.getMetaData().getColumnCount(); index++) {
                String name = statement.getMetaData().getColumnName(index);
                if (!names.add(name)) {
                    throw new DataException(
                            "the query has two columns named \"%s\"; give one of them another name with AS"
                                    .formatted(name));
                }
            }
        }
    }

    static DuckDbRows ofTable(DuckDBConnection connection, String table) {
        Function<SQLException, DataException> refusal =
                failure -> refused("the table %s cannot be read".formatted(table), failure);
        String relation = DuckDb.identifier(table);
        return open(
                connection,
                opened -> new DuckDbRows(opened, relation, List.of(), count(opened, relation), List.of(), refusal),
                refusal);
    }

    /// Opens rows.
    private interface Opener {
        DuckDbRows open(DuckDBConnection connection) throws SQLException;
    }

    private static DuckDbRows open(
            DuckDBConnection connection, Opener opener, Function<SQLException, DataException> refusal) {
        try {
            return opener.open(connection);
        } catch (SQLException failure) {
            DuckDb.close(connection);
            throw refusal.apply(failure);
        } catch (DataException failure) {
            DuckDb.close(connection);
            throw failure;
        }
    }

    private static DataException damaged(Path path, SQLException failure) {
        return new DataException(path + " is no Parquet file, or a damaged one; write or copy it again", failure);
    }

    private static DataException refused(String what, SQLException failure) {
        return new DataException("%s: %s".formatted(what, DuckDb.reason(failure)), failure);
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
    public List<String> notes() {
        return notes;
    }

    @Override
    public void read(List<Wanted> wanted, Consumer<Chunk> taker) {
        String cells = wanted.stream()
                .map(each -> columns.get(each.field()).sql(each.kind()))
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(DuckDbColumn::field).collect(Collectors.joining(", "));
        String sql = "SELECT %s FROM %s AS file(%s)".formatted(cells, relation, names);
        try {
            DuckDb.query(connection, sql, chunk -> taker.accept(new DuckDbChunk(chunk)));
        } catch (SQLException failure) {
            throw refusal.apply(failure);
        }
    }

    @Override
    public void close() {
        DuckDb.close(connection);
    }

    private static int count(DuckDBConnection connection, String relation) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + relation)) {
            count.next();
            return Math.toIntExact(Math.min(count.getLong(1), Integer.MAX_VALUE));
        }
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
        public LocalDateTime moment(int row) {
            long microseconds = vector.getLong(row);
            int nanos = (int) Math.floorMod(microseconds, MICROSECONDS) * NANOSECONDS;
            return LocalDateTime.ofEpochSecond(Math.floorDiv(microseconds, MICROSECONDS), nanos, ZoneOffset.UTC);
        }

        @Override
        public String text(int row) {
            return vector.getString(row);
        }
    }
}
