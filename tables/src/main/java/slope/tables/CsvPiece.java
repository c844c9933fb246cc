package slope.tables;

import java.nio.file.Path;
import java.util.List;
import slope.table.Place;

/// Some rows of a CSV stream, in a file of their own.
final class CsvPiece implements TableFile {
    private final Path name;
    private final Path file;
    private final CsvShape shape;
    private final char delimiter;
    private final int[] lines;

    /// @param name what people call the stream
    /// @param file a header and the rows
    /// @param shape of that file
    /// @param lines of the stream on which the rows begin, taken over
    CsvPiece(Path name, Path file, CsvShape shape, char delimiter, int[] lines) {
        this.name = name;
        this.file = file;
        this.shape = shape;
        this.delimiter = delimiter;
        this.lines = lines;
    }

    @Override
    public List<String> read(ColumnReading gathering) {
        CsvRows.read(file, name, shape, delimiter, gathering);
        return shape.names();
    }

    @Override
    public Place place(int row) {
        return Place.ofLine(name, lines[row]);
    }
}
