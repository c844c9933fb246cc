package slope.duckdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import slope.table.DataException;

/// The names of columns as a Parquet file has them. DuckDB itself would rename columns that differ in
/// upper and lower case only.
final class ParquetNames {
    private ParquetNames() {}

    static List<String> of(DuckDBConnection connection, Path path) throws SQLException {
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
}
