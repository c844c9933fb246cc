package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import slope.table.Place;

/// A file of lines with a delimiter between the fields: [CsvShape] looks at it first, then [CsvRows] reads it.
final class CsvFile implements TableFile {
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
    public List<String> read(ColumnReading gathering) throws IOException {
        char delimiter = delimiter();
        CsvShape shape = CsvShape.of(path, delimiter);
        CsvRows.read(path, path, shape, delimiter, gathering);
        return shape.names();
    }

    @Override
    public Place place(int row) throws IOException {
        return Place.ofLine(path, CsvShape.lineOf(path, delimiter(), row));
    }

    private char delimiter() throws IOException {
        return knownDelimiter.isPresent() ? knownDelimiter.get() : CsvDelimiter.of(path);
    }
}
