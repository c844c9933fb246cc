package slope.tables;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import slope.table.DataException;
import slope.table.Place;

/// A column of a Parquet file on its way from DuckDB, which is asked for nothing but doubles, booleans,
/// seconds and text.
///
/// @param sql the cell as one of those
/// @param missingNumbers those that stand for a missing one
record ParquetCells(String sql, Wanted wanted, Set<Double> missingNumbers, ColumnCells cells, ReadOptions options) {

    enum Wanted {
        NUMBERS,
        BOOLEANS,
        DATES,
        TEXTS
    }

    /// @param field its name in SQL
    /// @param type its type as DuckDB names it
    /// @throws DataException if cells of the type are no numbers, truths or words
    static ParquetCells of(Path path, String name, String field, String type, ColumnCells cells, ReadOptions options) {
        Wanted held = kindOf(path, name, type);
        Wanted wanted = cells.isText() ? Wanted.TEXTS : held;
        String sql = switch (held) {
            case NUMBERS -> wanted == Wanted.TEXTS ? numberAsText(field, type) : "CAST(%s AS DOUBLE)".formatted(field);
            case BOOLEANS -> wanted == Wanted.TEXTS ? text(field, type) : field;
            case DATES ->
                wanted == Wanted.TEXTS ? text(field, type) : "CAST(floor(epoch(%s)) AS BIGINT)".formatted(field);
            case TEXTS -> text(field, type);
        };
        return new ParquetCells(sql, wanted, missingNumbers(options), cells, options);
    }

    /// Takes the cells of a chunk.
    ///
    /// @param vector the index of the column's vector
    void gather(DuckDBDataChunkReader chunk, int vector) {
        DuckDBReadableVector values = chunk.vector(vector);
        int rows = (int) chunk.rowCount();
        for (int row = 0; row < rows; row++) {
            if (values.isNull(row)) {
                cells.addMissing();
                continue;
            }
            switch (wanted) {
                case NUMBERS -> addNumber(values.getDouble(row));
                case BOOLEANS -> cells.addBoolean(Boolean.toString(values.getBoolean(row)));
                case DATES -> cells.addDate(LocalDateTime.ofEpochSecond(values.getLong(row), 0, ZoneOffset.UTC));
                case TEXTS -> addText(values.getString(row));
            }
        }
    }

    private void addNumber(double value) {
        if (!missingNumbers.isEmpty() && missingNumbers.contains(value)) {
            cells.addMissing();
        } else if (Double.isInfinite(value)) {
            cells.addInfinite(value > 0 ? "inf" : "-inf");
        } else {
            cells.addNumber(value);
        }
    }

    private void addText(String text) {
        if (options.isMissing(text)) {
            cells.addMissing();
        } else {
            cells.addText(text);
        }
    }

    private static Wanted kindOf(Path path, String name, String type) {
        // DECIMAL(18,3) and ENUM('a', 'b') have details behind their name, lists and maps in any place.
        String bare = type.replaceFirst("\\(.*", "").toUpperCase(Locale.ROOT);
        boolean nested = type.endsWith("]");
        return switch (nested ? "" : bare) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Wanted.NUMBERS;
            case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Wanted.NUMBERS;
            case "FLOAT", "DOUBLE", "DECIMAL" -> Wanted.NUMBERS;
            case "BOOLEAN" -> Wanted.BOOLEANS;
            case "VARCHAR", "ENUM", "UUID" -> Wanted.TEXTS;
            case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Wanted.DATES;
            case "TIMESTAMP WITH TIME ZONE" -> Wanted.DATES;
            case "TIME", "TIME WITH TIME ZONE" -> Wanted.TEXTS;
            default ->
                throw CellProblem.nested(name, 0, "values of type " + type).at(Place.ofFile(path));
        };
    }

    /// Dates and times in ISO form: 2026-11-23T19:48:00.
    private static String text(String field, String type) {
        String text = "CAST(%s AS VARCHAR)".formatted(field);
        return type.startsWith("TIMESTAMP") ? "replace(%s, ' ', 'T')".formatted(text) : text;
    }

    /// Codes as a CSV file would have them: whole numbers without ".0", whatever type holds them.
    private static String numberAsText(String field, String type) {
        String whole = "abs(%1$s) < 1e15 AND %1$s = trunc(%1$s)";
        return type.equals("FLOAT") || type.equals("DOUBLE")
                ? ("CASE WHEN isnan(%1$s) THEN NULL WHEN " + whole + " THEN CAST(CAST(%1$s AS BIGINT) AS VARCHAR)"
                                + " ELSE CAST(%1$s AS VARCHAR) END")
                        .formatted(field)
                : "CAST(%s AS VARCHAR)".formatted(field);
    }

    private static Set<Double> missingNumbers(ReadOptions options) {
        return options.missing().stream()
                .map(ParquetCells::number)
                .filter(number -> !number.isNaN())
                .collect(Collectors.toSet());
    }

    private static Double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    private static Double parsed(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException ignored) {
            return Double.NaN;
        }
    }
}
