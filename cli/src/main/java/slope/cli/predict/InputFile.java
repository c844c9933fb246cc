package slope.cli.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Function;
import slope.data.DataException;

/// A file to read, or standard input, which is kept in a file of its own meanwhile: CSV is read twice,
/// to refuse what is not well formed before anything is made of it.
public final class InputFile {
    private static final String STANDARD = "-";

    private InputFile() {}

    /// What a reader makes of the file.
    ///
    /// @param name of a file, a pattern, or `-` for standard input, which has to be CSV
    /// @param reader takes the name of a file or a pattern
    public static <T> T read(String name, Function<String, T> reader) {
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
    public static String nameOf(String name) {
        return name.equals(STANDARD) ? "standard input" : name;
    }
}
