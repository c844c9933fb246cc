package slope.table;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place in the data, as far as it is known: the file, the line of a text file or the row of a
/// table, and the column.
public final class Place implements Serializable {
    private static final long serialVersionUID = 1;

    private final @Nullable String file;
    private final int line; // 0 where there are no lines
    private final int row; // 0 where it is not known
    private final @Nullable String column;
    private final @Nullable Excerpt excerpt;

    private Place(@Nullable String file, int line, int row, @Nullable String column, @Nullable Excerpt excerpt) {
        this.file = file;
        this.line = line;
        this.row = row;
        this.column = column;
        this.excerpt = excerpt;
    }

    /// A file as a whole.
    public static Place ofFile(Path file) {
        return new Place(file.toString(), 0, 0, null, null);
    }

    /// A line of a text file.
    ///
    /// @param line from 1
    public static Place ofLine(Path file, int line) {
        return new Place(file.toString(), line, 0, null, null);
    }

    /// A row of a file that has no lines.
    ///
    /// @param row from 0
    public static Place ofRow(Path file, int row) {
        return new Place(file.toString(), 0, row + 1, null, null);
    }

    /// A column of a table in memory.
    public static Place ofColumn(String column) {
        return new Place(null, 0, 0, column, null);
    }

    /// A cell of a table in memory.
    ///
    /// @param row from 0
    public static Place ofCell(String column, int row) {
        return new Place(null, 0, row + 1, column, null);
    }

    /// The same place, in a column.
    public Place column(String column) {
        return new Place(file, line, row, column, excerpt);
    }

    /// The same place, and what stands there.
    public Place excerpt(Excerpt excerpt) {
        return new Place(file, line, row, column, excerpt);
    }

    /// The file as it was named; empty for a table in memory.
    public Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /// The line in a text file, from 1.
    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /// The row of a table in memory or of a file without lines, from 1.
    public OptionalInt row() {
        return row == 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /// What stands there in a text file, where that is known.
    public Optional<Excerpt> excerpt() {
        return Optional.ofNullable(excerpt);
    }

    /// As in `iris.csv:57, column "petal_length"`.
    @Override
    public String toString() {
        return Stream.of(inFile(), column == null ? "" : "column \"" + column + "\"", file == null ? inRow() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// As in `iris.csv:57` or `iris.parquet, row 56`; empty for a table in memory.
    String inFile() {
        if (file == null) {
            return "";
        }
        return line > 0 ? file + ":" + line : row > 0 ? file + ", " + inRow() : file;
    }

    /// As in `row 1,200`; empty where it is not known.
    String inRow() {
        return row == 0 ? "" : String.format(Locale.ROOT, "row %,d", row);
    }
}
