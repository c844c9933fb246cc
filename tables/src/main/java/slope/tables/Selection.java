package slope.tables;

import java.sql.SQLException;
import java.util.Optional;
import slope.table.DataException;
import slope.table.Remedy;

/// What is read of a source that holds several tables.
///
/// @param query in SQL
/// @param table by its name
/// @param sheet of a workbook
/// @param format of a stream or a file whose name does not tell it
record Selection(Optional<String> query, Optional<String> table, Optional<String> sheet, Optional<String> format) {
    static final Selection NONE = new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Selection {
        if (query.isPresent() && table.isPresent()) {
            throw new IllegalArgumentException("a query and a table are two choices; take one of them");
        }
    }

    /// What people call the rows of a database.
    String rows() {
        return table.map("the table "::concat).orElse("the query");
    }

    /// The query, or one for the whole table.
    ///
    /// @throws DataException if there is no such table, or neither is chosen
    String sql(Database database) throws SQLException {
        if (query.isPresent()) {
            return query.get().strip().replaceFirst(";$", "");
        }
        String name = table.orElseThrow(() -> new DataException("a database has many tables", new Remedy.NameQuery()));
        return "SELECT * FROM "
                + database.table(name)
                        .orElseThrow(() -> new DataException("the database has no table \"%s\"".formatted(name)));
    }
}
