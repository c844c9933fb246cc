package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import slope.data.DataException;

/// A file of lines with a delimiter between the fields. [CsvShape] looks at it first, so that DuckDB,
/// which is asked for each cell as text and as a number, has nothing left to guess.
final class CsvFile implements TableFile {
    /// DuckDB's own limit.
    private static final long USUAL_LONGEST_RECORD = 2_000_000;

    private final Path path;
    private final Optional<Character> knownDelimiter;

    private CsvFile(Path path, Optional<Character> knownDelimiter) {
        this.path = path;
        this.knownDelimiter = knownDelimiter;
    }

    static CsvFile commaSeparated(Path path) {
        return new CsvFile(path, Optional.empty());
    }

    static CsvFile tabSeparated(Path path) {
        return new CsvFile(path, Optional.of('\t'));
    }

    @Override
    public List<String> read(Gathering gathering) throws IOException {
        char delimiter = delimiter();
        CsvShape shape = CsvShape.of(path, delimiter);
        gathering.expect(shape.rows());
        int before = gathering.rows();
        List<CsvCells> wanted = wanted(shape, gathering);
        if (wanted.isEmpty()) {
            gathering.endRows(shape.rows());
            return shape.names();
        }
        try (DuckDBConnection connection = DuckDb.open()) {
            DuckDb.query(connection, sql(shape, delimiter, wanted), chunk -> {
                gather(chunk, wanted);
                gathering.endRows((int) chunk.rowCount());
            });
        } catch (SQLException failure) {
            throw new DataException(
                    path + " cannot be read, although its form is right: is there enough memory?", failure);
        }
        int read = gathering.rows() - before;
        if (read != shape.rows()) {
            throw new DataException("%s: %,d rows were counted and %,d read; did the file change meanwhile?"
                    .formatted(path, shape.rows(), read));
        }
        return shape.names();
    }

    @Override
    public String place(int row) throws IOException {
        return path + ":" + CsvShape.lineOf(path, delimiter(), row);
    }

    private char delimiter() throws IOException {
        return knownDelimiter.isPresent() ? knownDelimiter.get() : CsvDelimiter.of(path);
    }

    private static List<CsvCells> wanted(CsvShape shape, Gathering gathering) {
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

    private String sql(CsvShape shape, char delimiter, List<CsvCells> wanted) {
        String columns = IntStream.range(0, shape.names().size())
                .mapToObj(index -> "'c" + index + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        long longest = Math.max(USUAL_LONGEST_RECORD, shape.longestRecord());
        return ("SELECT %s FROM read_csv(%s, auto_detect = false, header = true, delim = '%s', quote = '\"',"
                        + " escape = '\"', strict_mode = true, compression = '%s', max_line_size = %d, columns = %s)")
                .formatted(
                        wanted.stream().map(CsvCells::sql).collect(Collectors.joining(", ")),
                        DuckDb.literal(path),
                        delimiter,
                        FileText.isPacked(path) ? "gzip" : "none",
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
