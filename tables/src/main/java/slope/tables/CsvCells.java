package slope.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/// A column of a CSV file on its way from DuckDB: each cell comes as text and, where numbers may be, as
/// a number too. The text is only looked at where there is no number, so numbers cost no object.
///
/// @param text the cell as text in SQL
/// @param number the cell as a number in SQL, nothing where only the text matters
record CsvCells(String text, Optional<String> number, ColumnCells cells, ReadOptions options) {
    /// What DuckDB may read as a number; a missing value spelled like that has to be kept from it.
    private static final Pattern MAY_BE_NUMBER = Pattern.compile("(?i)[+-]?(\\d|\\.|inf|nan).*");

    /// @param field its name in SQL
    /// @param underscored whether a cell has an underscore: DuckDB reads 12_34 as 1234, which may well be a
    ///     code
    static CsvCells of(String field, boolean underscored, ColumnCells cells, ReadOptions options) {
        return new CsvCells(
                field,
                cells.isText() ? Optional.empty() : Optional.of(number(field, underscored, options)),
                cells,
                options);
    }

    private static String number(String field, boolean underscored, ReadOptions options) {
        List<String> exceptions = new ArrayList<>();
        if (underscored) {
            exceptions.add("contains(%s, '_')".formatted(field));
        }
        String missingNumbers = options.missing().stream()
                .filter(text -> MAY_BE_NUMBER.matcher(text).matches())
                .map(DuckDb::literal)
                .collect(Collectors.joining(", "));
        if (!missingNumbers.isEmpty()) {
            exceptions.add("trim(%s) IN (%s)".formatted(field, missingNumbers));
        }
        String number = "TRY_CAST(%s AS DOUBLE)".formatted(field);
        return exceptions.isEmpty()
                ? number
                : "CASE WHEN %s THEN NULL ELSE %s END".formatted(String.join(" OR ", exceptions), number);
    }

    /// The vectors that [#gather] wants.
    String sql() {
        return number.map(value -> text + ", " + value).orElse(text);
    }

    /// Takes the cells of a chunk.
    ///
    /// @param first the index of the column's first vector
    /// @return how many vectors it has
    int gather(DuckDBDataChunkReader chunk, int first) {
        int rows = (int) chunk.rowCount();
        DuckDBReadableVector texts = chunk.vector(first);
        if (number.isEmpty()) {
            for (int row = 0; row < rows; row++) {
                addText(texts, row);
            }
            return 1;
        }
        DuckDBReadableVector numbers = chunk.vector(first + 1);
        for (int row = 0; row < rows; row++) {
            if (numbers.isNull(row)) {
                addText(texts, row);
            } else {
                addNumber(numbers.getDouble(row), texts, row);
            }
        }
        return 2;
    }

    private void addNumber(double value, DuckDBReadableVector texts, int row) {
        if (Double.isInfinite(value)) {
            cells.addInfinite(texts.getString(row).strip());
        } else {
            cells.addNumber(value);
        }
    }

    private void addText(DuckDBReadableVector texts, int row) {
        String text = texts.isNull(row) ? "" : texts.getString(row);
        if (options.isMissing(text)) {
            cells.addMissing();
        } else {
            cells.addWritten(text);
        }
    }
}
