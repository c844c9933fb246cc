package slope.cli.model;

import java.nio.file.Path;
import java.util.SequencedMap;
import slope.table.ColumnKind;
import slope.table.Table;
import slope.tables.PieceTaker;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// A file to read, or standard input.
final class InputFile {
    private static final String STANDARD = "-";

    private InputFile() {}

    /// Reads rows piece by piece, from standard input as they come; see [TableFiles#readInPieces].
    static void readInPieces(
            String name, ReadOptions options, SequencedMap<String, ColumnKind> wanted, PieceTaker taker) {
        if (name.equals(STANDARD)) {
            TableFiles.readInPieces(System.in, nameOf(name), options, wanted, taker);
        } else {
            TableFiles.readInPieces(name, options, wanted, taker);
        }
    }

    /// Reads the whole file.
    ///
    /// @param name of a file, a pattern, or `-` for standard input, which has to be CSV
    static Table read(String name, ReadOptions options) {
        return name.equals(STANDARD)
                ? TableFiles.read(System.in, nameOf(name), options)
                : TableFiles.read(name, options);
    }

    /// Refuses to overwrite the input.
    ///
    /// @param name of a file, a pattern, or `-` for standard input
    static void refuseSame(Path out, String name) {
        if (!name.equals(STANDARD)) {
            TableFiles.refuseSame(out, name);
        }
    }

    /// Its name in messages.
    static String nameOf(String name) {
        return name.equals(STANDARD) ? "standard input" : name;
    }
}
