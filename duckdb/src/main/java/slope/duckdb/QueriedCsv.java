package slope.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/// CSV files that a query names. DuckDB decides what their cells are, and no other reader sees them.
final class QueriedCsv {
    private static final Pattern FILE =
            Pattern.compile("'((?:[^']|'')+\\.(?:csv|tsv|txt)(?:\\.gz)?)'", Pattern.CASE_INSENSITIVE);

    /// More columns are not listed.
    private static final int MOST_COLUMNS = 12;

    private QueriedCsv() {}

    /// What DuckDB takes each of them for, a sentence a file.
    static List<String> notes(DuckDBConnection connection, String sql) {
        return FILE.matcher(sql)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .flatMap(file -> note(connection, file).stream())
                .toList();
    }

    private static List<String> note(DuckDBConnection connection, String file) {
        List<String> columns = new ArrayList<>();
        long skipped = 0;
        boolean hasHeader = true;
        String sniffed = ("SELECT SkipRows, HasHeader, DateFormat, TimestampFormat, c.name, c.type FROM (SELECT *,"
                        + " unnest(Columns) AS c FROM sniff_csv('%s'))")
                .formatted(file);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sniffed)) {
            while (rows.next()) {
                skipped = rows.getLong(1);
                hasHeader = rows.getBoolean(2);
                String type = rows.getString(6);
                switch (type) {
                    case "DATE" -> columns.add(rows.getString(5) + " DATE " + rows.getString(3));
                    case "TIMESTAMP" -> columns.add(rows.getString(5) + " TIMESTAMP " + rows.getString(4));
                    case "BOOLEAN", "TIME" -> columns.add(rows.getString(5) + " " + type);
                    default -> {} // as every reader takes them
                }
            }
        } catch (SQLException ignored) {
            return List.of(); // The query itself is refused then, or names no such file.
        }
        List<String> facts = new ArrayList<>(columns.subList(0, Math.min(MOST_COLUMNS, columns.size())));
        if (columns.size() > MOST_COLUMNS) {
            facts.add(String.format(Locale.ROOT, "%,d more such columns", columns.size() - MOST_COLUMNS));
        }
        if (skipped > 0) {
            facts.add(String.format(Locale.ROOT, "the first lines left out: %,d", skipped));
        }
        if (!hasHeader) {
            facts.add("no line of names");
        }
        return facts.isEmpty()
                ? List.of()
                : List.of("the query has %s as DuckDB reads it: %s".formatted(file, String.join(", ", facts)));
    }
}
