package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import slope.table.DataException;
import slope.table.Place;

/// A file that holds rows of a table.
sealed interface TableFile permits CsvFile, CsvStream, ParquetFile, JsonFile {

    /// Adds the file's rows.
    ///
    /// @return the names of all its columns, also of those that are not gathered, in order
    /// @throws DataException if the file cannot be read as meant
    List<String> read(ColumnReading gathering) throws IOException;

    /// The names of its columns; of JSON those of the first record.
    List<String> names() throws IOException;

    /// Where a row is, for people: `iris.csv:57`.
    ///
    /// @param row from 0, in this file
    Place place(int row) throws IOException;

    /// The file as the kind that its name tells.
    static TableFile of(Path path, ReadOptions options) {
        FileFormat format = FileFormat.of(path)
                .orElseThrow(() -> new DataException("the name \"%s\" does not tell what is in the file; known are %s"
                        .formatted(path, FileFormat.KNOWN_ENDINGS)));
        return switch (format) {
            case CSV -> CsvFile.commaSeparated(path, path, options.firstLine());
            case TSV -> CsvFile.tabSeparated(path, options.firstLine());
            case PARQUET -> new ParquetFile(path);
            case JSON -> new JsonFile(path);
        };
    }
}
