package slope.tables;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.Database.Purpose;
import slope.tables.DatabaseTable.Existing;

/// Writes rows into a table of a database in one transaction: all of them are there, or none.
final class DatabaseOutput {
    private static final int BATCH_ROWS = 1024;

    private final DatabaseTable target;
    private final Database database;
    private final Optional<String> found; // the table, as SQL writes its name
    private Optional<PreparedStatement> insertion = Optional.empty();

    private DatabaseOutput(DatabaseTable target, Database database) throws SQLException {
        this.target = target;
        this.database = database;
        this.found = database.table(target.name());
        if (found.isPresent() && target.existing() == Existing.REFUSED) {
            throw new DataException(target + " is there already; name another, or append to it");
        }
        if (found.isEmpty() && target.existing() == Existing.APPENDED) {
            throw new DataException("there is no table %s to append to".formatted(target.name()));
        }
    }

    /// @throws DataException if the database refuses; nothing is written then
    static void write(DatabaseTable target, Consumer<PieceTaker> pieces) {
        try (Database database = Database.open(target.access(), Purpose.WRITING)) {
            try {
                new DatabaseOutput(target, database).write(pieces);
            } catch (SQLException failure) {
                throw database.refusal(target + " cannot be written", failure);
            }
        }
    }

    private void write(Consumer<PieceTaker> pieces) throws SQLException {
        try {
            pieces.accept(this::take);
            if (insertion.isPresent()) {
                insertion.get().close();
            }
            database.connection().commit();
        } catch (RuntimeException | SQLException failure) {
            database.connection().rollback();
            removeEmpty();
            throw failure;
        }
    }

    /// Some databases keep a new table although the transaction is undone.
    private void removeEmpty() throws SQLException {
        if (found.isEmpty() && insertion.isPresent()) {
            Optional<String> left = database.table(target.name());
            if (left.isPresent()) {
                execute("DROP TABLE " + left.get());
                database.connection().commit();
            }
        }
    }

    private void take(Table piece) {
        try {
            if (insertion.isEmpty()) {
                insertion = Optional.of(begin(piece));
            }
            PreparedStatement row = insertion.get();
            for (int index = 0; index < piece.rows(); index++) {
                set(row, piece, index);
                row.addBatch();
                if ((index + 1) % BATCH_ROWS == 0 || index + 1 == piece.rows()) {
                    row.executeBatch();
                }
            }
        } catch (SQLException failure) {
            SQLException first = failure.getNextException() == null ? failure : failure.getNextException();
            throw database.refusal(target + " cannot be written", first);
        }
    }

    private PreparedStatement begin(Table piece) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String name : piece.names()) {
            names.add(database.quoted(found.isEmpty() ? name : columnLike(name)));
        }
        String table = found.isPresent() ? found.get() : create(piece, names);
        return database.connection()
                .prepareStatement("INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table,
                                String.join(", ", names),
                                String.join(", ", Collections.nCopies(names.size(), "?"))));
    }

    private String create(Table piece, List<String> names) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            columns.add(names.get(index) + " " + type(piece.columns().get(index).kind()));
        }
        List<String> parts = new ArrayList<>();
        for (String part : target.name().split("\\.", -1)) {
            parts.add(database.quoted(part));
        }
        String name = String.join(".", parts);
        execute("CREATE TABLE %s (%s)".formatted(name, String.join(", ", columns)));
        return name;
    }

    private static String type(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> "DOUBLE PRECISION";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "TIMESTAMP";
            case CATEGORY -> "VARCHAR";
        };
    }

    /// The column of the table as it writes its name, which may have other capitals.
    private String columnLike(String name) throws SQLException {
        List<String> columns = database.columns(found.orElseThrow());
        return columns.contains(name)
                ? name
                : columns.stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> new DataException("%s has no column \"%s\"; it has %s"
                                .formatted(target, name, String.join(", ", columns))));
    }

    private static void set(PreparedStatement statement, Table piece, int row) throws SQLException {
        int index = 1;
        for (Column column : piece.columns()) {
            if (column.isMissing(row)) {
                statement.setNull(index, nullType(column.kind()));
            } else {
                switch (column) {
                    case NumberColumn numbers -> statement.setDouble(index, numbers.value(row));
                    case BooleanColumn booleans -> statement.setBoolean(index, booleans.isTrue(row));
                    case CategoryColumn categories -> statement.setString(index, categories.text(row));
                    case DateColumn dates -> statement.setObject(index, dates.moment(row));
                }
            }
            index++;
        }
    }

    private static int nullType(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.TIMESTAMP;
            case CATEGORY -> Types.VARCHAR;
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
