package slope.cli.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import slope.data.ColumnKind;
import slope.data.DataException;
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

    /// What a reader makes of the file as a whole. Standard input is kept in a file of its own meanwhile: CSV is
    /// read twice, to refuse what is not well formed before anything is made of it.
    ///
    /// @param name of a file, a pattern, or `-` for standard input, which has to be CSV
    /// @param reader takes the name of a file or a pattern
    static <T> T read(String name, Function<String, T> reader) {
        if (!name.equals(STANDARD)) {
            return reader.apply(name);
        }
        try {
            Path copy = Files.createTempFile("slope-standard-input-", ".csv");
            try {
                Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
                return reader.apply(copy.toString());
            } catch (DataException problem) {
                String sentence = Objects.requireNonNull(problem.getMessage());
                throw new DataException(sentence.replace(copy.toString(), nameOf(name)), problem);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What a person calls it.
    static String nameOf(String name) {
        return name.equals(STANDARD) ? "standard input" : name;
    }
}
