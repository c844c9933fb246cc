package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import slope.internal.file.Destination;
import slope.internal.file.WholeFile;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;

/// Reads tables from files and writes them to files.
///
/// The kind of a file is told by its name: `.csv` (comma, semicolon, tab or bar between the fields,
/// whichever splits the first lines alike, unless [ReadOptions#delimiter] says another), `.tsv` or `.tab`, `.parquet`,
/// `.json`, `.jsonl` or
/// `.ndjson`.
public final class TableFiles {
    static final SequencedMap<String, String> NO_COPIES = Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

    private TableFiles() {}

    /// Reads a file, or all files that match a pattern, as one table.
    ///
    /// The cells decide what a column holds: numbers, if all are; true/false in upper or lower
    /// case, if all are; dates, if all are (2011-01-31, 31.01.2011, 1/31/2011, 31 Jan 2011,
    /// 2011-01-31T13:45:00Z); text otherwise. An empty cell is missing. `NaN` in any case is a
    /// missing number; in a column of text it is text. A column of which more than half are numbers
    /// or dates and the rest is not, or with an infinite number, is refused; words for missing
    /// values such as `N/A` do not count among the rest. Numbers are doubles: a point, an exponent.
    ///
    /// Text may write numbers in other notations: 1,234.50 or 1.234,50, with a currency or a unit,
    /// as `12 %` (12), `(5)` (−5), `<0.5`, `6806*`; a column has one, which its cells tell, and
    /// [slope.table.Column#written] tells it further. Where they leave open what a mark means, as
    /// in 1,200, the column is refused, unless the options settle it. Times such as 13:45 are
    /// seconds.
    ///
    /// Parquet and JSON tell their types: integers, decimals and floats are numbers, boolean is
    /// true/false, dates and timestamps are dates, those with a time zone in UTC. Strings are read
    /// as the text of other files.
    ///
    /// @param fileOrPattern such as `iris.csv`, `iris.csv.gz` or `data/*.parquet`; the files that a
    ///     pattern matches are read in the order of their names and have the same columns. The
    ///     names of folders mean nothing unless [ReadOptions.Folders] says so.
    /// @throws DataException if the files cannot be read as meant; it names the file, the line and
    ///     the column
    public static Table read(String fileOrPattern, ReadOptions options) {
        return read(fileOrPattern, options, ReadListener.NONE);
    }

    /// Reads a file, or all files that match a pattern, and says how far it is.
    ///
    /// @param listener is called on the thread that reads
    /// @throws DataException as of the other `read`
    public static Table read(String fileOrPattern, ReadOptions options, ReadListener listener) {
        return read(TableSource.of(fileOrPattern), options, listener);
    }

    /// Reads a table from wherever it is, and says how far it is.
    ///
    /// The types of a database's columns are kept: whole numbers, decimals and floats are numbers, booleans are
    /// true/false, dates and timestamps are dates, those with a time zone in UTC, text is text.
    ///
    /// @throws DataException if there is no such table, or it cannot be read as meant
    public static Table read(TableSource source, ReadOptions options, ReadListener listener) {
        return TableReading.of(source, options, listener);
    }

    /// Reads a file, or all files that match a pattern, as their cells and types tell.
    ///
    /// @throws DataException as of the other `read`
    public static Table read(String fileOrPattern) {
        return read(fileOrPattern, ReadOptions.none());
    }

    /// The names of the columns of a file, or of the first file that matches a pattern, without its rows. Of
    /// a database or a stream none are told: the rows would be asked for twice.
    ///
    /// @throws DataException if they cannot be read
    public static List<String> names(TableSource source, ReadOptions options) {
        if (!source.isFiles()) {
            return List.of();
        }
        TableFile file = source.files(options).getFirst();
        try {
            return file.names();
        } catch (IOException failure) {
            throw FileText.unreadable(file.name(), failure);
        }
    }

    /// The size of the files that are read, in bytes; 0 if that is not known.
    ///
    /// @throws DataException if there are no such files
    public static long bytes(TableSource source) {
        return FileText.bytes(source.paths());
    }

    /// How many lines of CSV files have another number of fields than their header. No cell is read for that.
    ///
    /// @param listener is told how far it is, and may end it by an exception
    /// @throws DataException if the files are no CSV, or a line is bad in another way
    public static int badLines(TableSource source, ReadOptions options, ReadListener listener) {
        BytesRead counted = new BytesRead(FileText.bytes(source.paths()), listener);
        int lines = 0;
        for (TableFile file : source.files(options)) {
            if (!(file instanceof CsvFile csv)) {
                throw new DataException(file.name() + " has no lines of fields; those of CSV have");
            }
            try {
                lines += csv.badLines(counted).count();
            } catch (IOException failure) {
                throw FileText.unreadable(csv.name(), failure);
            }
        }
        return lines;
    }

    /// Whether a folder of the files names a column, as `year=2024` does.
    ///
    /// @throws DataException if there are no such files
    public static boolean haveFolderColumns(TableSource source) {
        return source.paths().stream()
                .anyMatch(file -> !Partitions.of(file).cells().isEmpty());
    }

    /// Reads CSV from a stream, packed with gzip or not, to its end.
    ///
    /// @param name what people call the stream
    /// @throws DataException as of files
    public static Table read(InputStream stream, String name, ReadOptions options) {
        return TableReading.of(stream, Path.of(name), FileFormat.CSV, options, ReadListener.NONE);
    }

    /// Reads a file, or all files that match a pattern, piece by piece, so that they need not fit
    /// into memory. What each column holds is known beforehand; so is the order of day and month,
    /// because a piece may not tell it: dates that do not begin with the year are only read in an
    /// order that the options say.
    ///
    /// @param wanted the columns to read and what they hold; each piece has them in this order
    /// @throws DataException if the files cannot be read as meant, a column is missing, or a cell
    ///     is not of its kind; it names the file, the line and the column
    public static void readInPieces(
            String fileOrPattern, ReadOptions options, SequencedMap<String, ColumnKind> wanted, PieceTaker taker) {
        readInPieces(TableSource.of(fileOrPattern), options, wanted, NO_COPIES, ReadListener.NONE, taker);
    }

    /// The same from wherever the table is, and each piece has copies of columns behind the others:
    /// their cells as text, as they stand there.
    ///
    /// @param copies the names of the copies, and of the columns in the file
    /// @param listener takes what is to be known of the reading, on a thread of its own
    public static void readInPieces(
            TableSource source,
            ReadOptions options,
            SequencedMap<String, ColumnKind> wanted,
            SequencedMap<String, String> copies,
            ReadListener listener,
            PieceTaker taker) {
        PieceTaker.ahead(pieces -> new PieceReading(options, wanted, copies, listener, pieces).read(source), taker);
    }

    /// Reads CSV from a stream, packed with gzip or not, piece by piece as it comes: where the
    /// stream makes a pause, the rows so far are a piece.
    ///
    /// @param name what people call the stream
    /// @param wanted the columns to read and what they hold
    /// @throws DataException as of files
    public static void readInPieces(
            InputStream stream,
            String name,
            ReadOptions options,
            SequencedMap<String, ColumnKind> wanted,
            PieceTaker taker) {
        PieceTaker.ahead(
                pieces -> new PieceReading(options, wanted, NO_COPIES, ReadListener.NONE, pieces)
                        .readCsv(stream, Path.of(name)),
                taker);
    }

    /// Writes pieces one under the other to a file of the kind that its name tells; see the other
    /// `write`.
    ///
    /// @param pieces hands on one after another, all with the same columns
    /// @throws DataException if the file cannot be written
    public static void write(Path file, Consumer<PieceTaker> pieces) {
        TableWriting.write(file, pieces);
    }

    /// Writes pieces one under the other into a table of a database, in one transaction.
    ///
    /// @throws DataException if the database refuses
    public static void write(DatabaseTable table, Consumer<PieceTaker> pieces) {
        DatabaseOutput.write(table, pieces);
    }

    /// Writes pieces one under the other as CSV.
    public static void writeCsv(Writer text, Consumer<PieceTaker> pieces) {
        TableWriting.writeCsv(',', text, pieces);
    }

    /// Writes pieces one under the other as JSON, an object a line.
    public static void writeJsonLines(Writer text, Consumer<PieceTaker> pieces) {
        TableWriting.writeJsonLines(text, pieces);
    }

    /// Writes a table to a file of the kind that its name tells: CSV, TSV, Parquet or JSON (one
    /// object a line in `.jsonl` and `.ndjson`, an array of objects in `.json`), the text ones
    /// packed if it ends in `.gz`.
    ///
    /// Missing cells are empty in CSV and null elsewhere. The file appears whole or not at all, and
    /// replaces one of the same name. Through a pipe or a device the table passes as it is written,
    /// as CSV if its name tells no kind.
    ///
    /// @throws DataException if the file cannot be written
    public static void write(Table table, Path file) {
        TableWriting.write(table, file);
    }

    /// Refuses to write over a file that is to be read.
    ///
    /// @throws DataException if the file is the one that is read, or one of those that match the
    ///     pattern
    public static void refuseSame(Path file, TableSource read) {
        read.paths().forEach(one -> WholeFile.refuseSame(file, one));
    }

    /// Refuses a destination to which no table could be written, before the work whose result it
    /// should get.
    ///
    /// @param name of a file, a pipe or a device; `-` is standard output
    /// @throws DataException if it is a file whose name tells no kind
    public static void refuseUnwritable(String name) {
        TableWriting.formatOf(Destination.named(name));
    }
}
