package slope.tables;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import slope.table.DataException;

/// Reads the cells of a CSV file whose shape is known, through DuckDB: it is asked for each cell as text and as
/// a number, and has nothing left to guess.
final class CsvRows {
    /// DuckDB's own limit.
    private static final long USUAL_LONGEST_RECORD = 2_000_000;

    private CsvRows() {}

    /// Columns that are read together, at most. DuckDB takes memory for 2,048 rows of each, however few there are, so
    /// of more columns it would be gigabytes.
    private static final int COLUMNS_TOGETHER = 12_288;

    /// Adds the rows.
    ///
    /// @param name what people call the file
    static void read(Path file, Path name, CsvShape shape, char delimiter, ColumnReading gathering) {
        gathering.expect(shape.rows());
        List<CsvCells> wanted = wanted(shape, gathering);
        if (wanted.isEmpty()) {
            gathering.endRows(shape.rows());
            return;
        }
        try (DuckDBConnection connection = DuckDb.open()) {
            if (gathering.takesAtOnce(shape.rows())) {
                for (int first = 0; first < wanted.size(); first += COLUMNS_TOGETHER) {
                    List<CsvCells> some = wanted.subList(first, Math.min(wanted.size(), first + COLUMNS_TOGETHER));
                    refuseOtherCount(
                            name,
                            shape,
                            DuckDb.query(connection, sql(file, shape, delimiter, some), chunk -> gather(chunk, some)));
                }
                gathering.endRows(shape.rows());
            } else {
                refuseOtherCount(name, shape, DuckDb.query(connection, sql(file, shape, delimiter, wanted), chunk -> {
                    gather(chunk, wanted);
                    gathering.endRows((int) chunk.rowCount());
                }));
            }
        } catch (SQLException failure) {
            throw new DataException(
                    name + " cannot be read, although its form is right: is there enough memory?", failure);
        }
    }

    private static void refuseOtherCount(Path name, CsvShape shape, long read) {
        if (read != shape.rows()) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%s: %,d rows were counted and %,d read; did the file change meanwhile?",
                    name,
                    shape.rows(),
                    read));
        }
    }

    private static List<CsvCells> wanted(CsvShape shape, ColumnReading gathering) {
        List<CsvCells> wanted = new ArrayList<>();
        for (int index = 0; index < shape.names().size(); index++) {
            String field = "c" + index;
            boolean underscored = shape.underscored().get(index);
            gathering
                    .column(shape.names().get(index))
                    .map(cells -> CsvCells.of(field, underscored, cells, gathering.options()))
                    .ifPresent(wanted::add);
        }
        return wanted;
    }

    private static String sql(Path file, CsvShape shape, char delimiter, List<CsvCells> wanted) {
        String columns = IntStream.range(0, shape.names().size())
                .mapToObj(index -> "'c" + index + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        long longest = Math.max(USUAL_LONGEST_RECORD, shape.longestRecord());
        return ("SELECT %s FROM read_csv(%s, auto_detect = false, header = true, delim = '%s', quote = '\"',"
                        + " escape = '\"', strict_mode = true, compression = '%s', max_line_size = %s,"
                        + " hive_partitioning = false, columns = %s)")
                .formatted(
                        wanted.stream().map(CsvCells::sql).collect(Collectors.joining(", ")),
                        DuckDb.literal(file),
                        delimiter,
                        FileText.isPacked(file) ? "gzip" : "none",
                        longest,
                        columns);
    }

    private static void gather(DuckDBDataChunkReader chunk, List<CsvCells> wanted) {
        int vector = 0;
        for (CsvCells cells : wanted) {
            vector += cells.gather(chunk, vector);
        }
    }
}
