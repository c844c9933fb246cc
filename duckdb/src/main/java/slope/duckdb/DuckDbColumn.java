package slope.duckdb;

import java.util.Locale;
import java.util.Optional;
import slope.table.ColumnKind;

/// A column of a file or a query, which DuckDB is asked for as doubles, booleans, seconds or text.
///
/// @param field its name in SQL
/// @param type its type as DuckDB names it
record DuckDbColumn(String field, String type) {

    /// What its cells are; nothing if they are no numbers, truths, dates or words.
    Optional<ColumnKind> kind() {
        // DECIMAL(18,3) and ENUM('a', 'b') have details behind their name, lists and maps in any place.
        String bare = type.replaceFirst("\\(.*", "").toUpperCase(Locale.ROOT);
        return switch (type.endsWith("]") ? "" : bare) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Optional.of(ColumnKind.NUMBER);
            case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Optional.of(ColumnKind.NUMBER);
            case "FLOAT", "DOUBLE", "DECIMAL" -> Optional.of(ColumnKind.NUMBER);
            case "BOOLEAN" -> Optional.of(ColumnKind.BOOLEAN);
            case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Optional.of(ColumnKind.DATE);
            case "TIMESTAMP WITH TIME ZONE" -> Optional.of(ColumnKind.DATE);
            case "VARCHAR", "ENUM", "UUID", "TIME", "TIME WITH TIME ZONE" -> Optional.of(ColumnKind.CATEGORY);
            default -> Optional.empty();
        };
    }

    /// The cells in SQL.
    ///
    /// @param wanted its own kind, or categories
    String sql(ColumnKind wanted) {
        return switch (wanted) {
            case NUMBER -> "CAST(%s AS DOUBLE)".formatted(field);
            case BOOLEAN -> field;
            case DATE -> "CAST(floor(epoch(%s) * 1000000) AS BIGINT)".formatted(field);
            case CATEGORY -> kind().equals(Optional.of(ColumnKind.NUMBER)) ? numberAsText() : text();
        };
    }

    /// Dates and times in ISO form: 2026-11-23T19:48:00. Of a CSV file DuckDB would hand over the cell, if the column
    /// were used for nothing else.
    private String text() {
        String text = "CASE WHEN %1$s IS NULL THEN NULL ELSE CAST(%1$s AS VARCHAR) END".formatted(field);
        return type.startsWith("TIMESTAMP") ? "replace(%s, ' ', 'T')".formatted(text) : text;
    }

    /// Codes as a CSV file would have them: whole numbers without ".0", whatever type holds them.
    private String numberAsText() {
        String whole = "abs(%1$s) < 1e15 AND %1$s = trunc(%1$s)";
        return type.equals("FLOAT") || type.equals("DOUBLE")
                ? ("CASE WHEN isnan(%1$s) THEN NULL WHEN " + whole + " THEN CAST(CAST(%1$s AS BIGINT) AS VARCHAR)"
                                + " ELSE CAST(%1$s AS VARCHAR) END")
                        .formatted(field)
                : "CAST(%s AS VARCHAR)".formatted(field);
    }
}
