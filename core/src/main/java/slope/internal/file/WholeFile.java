package slope.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import slope.table.DataException;

/// Lets a file appear whole or not at all: it is written beside its place, then moved there in one
/// step.
public final class WholeFile {
    private WholeFile() {}

    /// Writes the file at another place than its own.
    public interface Output {
        void write(Path part) throws IOException;
    }

    /// Writes a file, or replaces one of the same name, which keeps its owner and who may read and write it. A link
    /// stays, and the file that it leads to is replaced. Other names of that file (hard links) keep what they had.
    ///
    /// @throws DataException if it cannot be written, or is no file; a file that was there is then as it was
    public static void write(Path file, Output output) {
        Path place = Destination.of(file).requireFile("what is written there").place();
        Path folder = folderOf(place);
        try (ScratchFolder scratch = ScratchFolder.beside(place)) {
            Path part = scratch.file(place.getFileName().toString());
            output.write(part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                KeptAttributes.copy(place, part);
                // On the disk before it gets its name, so that even a crash then leaves no empty file.
                written.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            forceName(folder);
        } catch (AccessDeniedException ignored) {
            throw unchangeable(file, folder);
        } catch (IOException failure) {
            throw unwritten(file, failure);
        }
    }

    /// What the system says of a failure, in a word for people where it is a usual one.
    public static String reason(IOException failure) {
        String said = String.valueOf(failure.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")) {
            return "the disk is full; make room and try again";
        }
        if (lower.contains("quota")) {
            return "you may not fill more of the disk (%s)".formatted(said);
        }
        if (lower.contains("broken pipe")) {
            return "its reader has gone";
        }
        if (failure instanceof NoSuchFileException) {
            return "its folder takes no new file";
        }
        return lower.contains("read-only") ? "its disk may only be read" : "the system says \"%s\"".formatted(said);
    }

    /// Refuses to write over a file that is to be read.
    ///
    /// @throws DataException if both are the same file
    public static void refuseSame(Path file, Path read) {
        try {
            if (Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read)) {
                throw new DataException(
                        "\"%s\" is read, and would be written over; name another file to write".formatted(file));
            }
        } catch (IOException failure) {
            throw unwritten(file, failure);
        }
    }

    static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    static DataException unchangeable(Path file, Path folder) {
        return new DataException(
                "\"%s\" cannot be written: files in \"%s\" may not be changed".formatted(file, folder));
    }

    static DataException unwritten(Path file, IOException failure) {
        return new DataException("\"%s\" cannot be written: %s".formatted(file, reason(failure)), failure);
    }

    /// Waits until the file's new name is on the disk as well, where the system lets a folder be opened for that.
    private static void forceName(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException ignored) {
            // The file is whole under either name; only a crash of the whole system within seconds may bring back
            // the earlier one.
        }
    }
}
