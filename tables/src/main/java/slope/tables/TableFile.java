package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.table.Place;

/// A file, a stream or a query that gives rows of a table.
sealed interface TableFile permits CsvFile, CsvStream, TypedRows, JsonFile, SheetFile {

    /// What people call it.
    Path name();

    /// Adds the file's rows.
    ///
    /// @return the names of all its columns, also of those that are not gathered, in order
    /// @throws slope.table.DataException if the file cannot be read as meant
    List<String> read(ColumnReading gathering) throws IOException;

    /// The names of its columns; of JSON those of the first record.
    List<String> names() throws IOException;

    /// Where a row is, for people: `iris.csv:57`.
    ///
    /// @param row from 0, in this file
    Place place(int row) throws IOException;

    /// Where a cell is: its row, or more where the file has names for cells.
    ///
    /// @param row from 0, in this file
    default Place place(int row, String column) throws IOException {
        return place(row);
    }

    /// The file as one of this kind.
    ///
    /// @param path where it lies
    /// @param name what people call it
    /// @param options how it is laid out
    /// @param sheet of a workbook; the first if it is left out
    static TableFile of(FileFormat format, Path path, Path name, ReadOptions options, Optional<String> sheet) {
        return switch (format) {
            case CSV, TSV -> new CsvFile(path, name, format.delimiter(), options.formAlone());
            case PARQUET -> {
                FileText.refuseOther(path, name, Set.of(OtherContent.PARQUET));
                yield TypedRows.ofParquet(path, name);
            }
            case JSON -> new JsonFile(path, name);
            case EXCEL -> {
                FileText.refuseOther(path, name, Set.of(OtherContent.ZIP, OtherContent.OLD_EXCEL));
                yield new SheetFile(path, name, options.firstLine(), sheet);
            }
        };
    }
}
