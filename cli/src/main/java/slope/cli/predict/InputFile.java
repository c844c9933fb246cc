package slope.cli.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A file to read, or standard input, which is kept in a file of its own meanwhile: CSV is read twice,
/// to refuse what is not well formed before anything is predicted.
final class InputFile implements AutoCloseable {
    private final String name;
    private final Optional<Path> copy;

    private InputFile(String name, Optional<Path> copy) {
        this.name = name;
        this.copy = copy;
    }

    /// @param name of a file, a pattern, or `-` for standard input
    static InputFile of(String name) {
        if (!name.equals("-")) {
            return new InputFile(name, Optional.empty());
        }
        try {
            Path copy = Files.createTempFile("slope-standard-input-", ".csv");
            Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new InputFile(copy.toString(), Optional.of(copy));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        copy.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
