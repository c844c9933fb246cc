package slope.file;

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
import slope.data.DataException;

/// Lets a file appear whole or not at all: it is written beside its place, then moved there in one
/// step.
public final class WholeFile {
    private WholeFile() {}

    /// Writes the file at another place than its own.
    public interface Output {
        void write(Path part) throws IOException;
    }

    /// Writes a file, or replaces one of the same name.
    ///
    /// @throws DataException if it cannot be written; a file that was there is then as it was
    public static void write(Path file, Output output) {
        Path folder = folderOf(file);
        refuseBadPlace(file);
        // Two writers of one file do not share a part: each process and each thread has its own.
        Path part = folder.resolve(".%s.%d-%d.part"
                .formatted(
                        file.getFileName(),
                        ProcessHandle.current().pid(),
                        Thread.currentThread().threadId()));
        try {
            try {
                output.write(part);
                force(part, StandardOpenOption.WRITE);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                forceName(folder);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (AccessDeniedException _) {
            throw unchangeable(file, folder);
        } catch (IOException failure) {
            throw new DataException("\"%s\" cannot be written: %s".formatted(file, reason(failure)), failure);
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
        if (failure instanceof NoSuchFileException) {
            return "its folder takes no new file";
        }
        return lower.contains("read-only") ? "its disk may only be read" : "the system says \"%s\"".formatted(said);
    }

    /// Refuses what can be told before there is anything to write.
    ///
    /// @throws DataException if the place is a folder, or in one that is missing or may not be changed
    public static void refuseBadPlace(Path file) {
        Path folder = folderOf(file);
        if (Files.isDirectory(file)) {
            throw new DataException("\"%s\" is a folder; name a file to write".formatted(file));
        }
        if (!Files.isDirectory(folder)) {
            throw new DataException("\"%s\" cannot be written: there is no folder \"%s\"; make it first"
                    .formatted(file, Optional.ofNullable(file.getParent()).orElse(folder)));
        }
        if (!Files.isWritable(folder)) {
            throw unchangeable(file, folder);
        }
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
            throw new DataException("\"%s\" cannot be written: %s".formatted(file, reason(failure)), failure);
        }
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    private static DataException unchangeable(Path file, Path folder) {
        return new DataException(
                "\"%s\" cannot be written: files in \"%s\" may not be changed".formatted(file, folder));
    }

    /// Waits until the content is on the disk, so that even a crash after the move leaves no empty file.
    private static void force(Path file, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    /// Waits until the file's new name is on the disk as well, where the system lets a folder be opened for that.
    private static void forceName(Path folder) {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException _) {
            // The file is whole under either name; only a crash of the whole system within seconds may bring back
            // the earlier one.
        }
    }
}
