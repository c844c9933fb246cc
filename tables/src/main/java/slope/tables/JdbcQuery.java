package slope.tables;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import slope.table.DataException;
import slope.tables.Database.Purpose;
import slope.tables.engine.TypedFile;

/// The rows of a query to a database, which come bit by bit.
final class JdbcQuery implements TypedFile {
    private static final int CHUNK_ROWS = 2048;

    private final String name;
    private final Database database;
    private final Statement statement;
    private final ResultSet rows;
    private final List<JdbcColumn> columns;

    private JdbcQuery(String name, Database database, Statement statement, ResultSet rows) throws SQLException {
        this.name = name;
        this.database = database;
        this.statement = statement;
        this.rows = rows;
        this.columns = columns(name, rows.getMetaData());
    }

    /// @param name what people call the rows
    /// @param listener is handed what ends the query
    static JdbcQuery open(String name, Database.Access access, Selection selection, ReadListener listener) {
        selection.query().ifPresent(SqlText::requireQuery);
        Database database = Database.open(access, Purpose.READING);
        try {
            String sql = selection.sql(database);
            Statement statement =
                    database.connection().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            statement.setFetchSize(CHUNK_ROWS);
            listener.asksDatabase(() -> cancel(statement));
            return new JdbcQuery(name, database, statement, statement.executeQuery(sql));
        } catch (SQLException failure) {
            DataException told = database.refusal(name + " cannot be read", failure);
            database.close();
            throw told;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException ignored) {
            // The connection is closed next.
        }
    }

    private static List<JdbcColumn> columns(String name, ResultSetMetaData facts) throws SQLException {
        List<JdbcColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 1; index <= facts.getColumnCount(); index++) {
            JdbcColumn column = JdbcColumn.of(facts, index);
            if (!names.add(column.name())) {
                throw new DataException("%s has two columns named \"%s\"; give one of them another name with AS"
                        .formatted(name, column.name()));
            }
            columns.add(column);
        }
        return columns;
    }

    @Override
    public List<Field> fields() {
        return columns.stream().map(JdbcColumn::field).toList();
    }

    /// Only the end tells.
    @Override
    public int rows() {
        return 0;
    }

    @Override
    public void read(List<Wanted> wanted, Consumer<Chunk> taker) {
        long before = 0;
        JdbcColumn column = columns.getFirst();
        JdbcChunk chunk = new JdbcChunk(wanted.size(), CHUNK_ROWS);
        try {
            while (rows.next()) {
                for (int index = 0; index < wanted.size(); index++) {
                    column = columns.get(wanted.get(index).field());
                    chunk.set(index, column.value(rows, wanted.get(index).kind()));
                }
                if (chunk.endRow()) {
                    before += chunk.rows();
                    taker.accept(chunk);
                    chunk.clear();
                }
            }
            if (chunk.rows() > 0) {
                taker.accept(chunk);
            }
        } catch (SQLException failure) {
            throw database.refusal(
                    "%s, row %s, column \"%s\"".formatted(name, before + chunk.rows() + 1, column.name()), failure);
        }
    }

    @Override
    public void close() {
        try (rows;
                statement) {
            statement.cancel(); // Some drivers would read the rest first.
        } catch (SQLException ignored) {
            // The connection is closed next.
        }
        database.close();
    }
}
