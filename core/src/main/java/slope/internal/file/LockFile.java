package slope.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file that one process at a time holds. The system lets it go when the process ends, however it ends; it is
/// deleted when it is closed.
///
/// A process asks for a lock of its own only once: where it opens and closes the file again, Unix drops the lock.
public final class LockFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Makes the file if it is not there, and holds it.
    ///
    /// @return empty if another process, or this one, holds it
    public static Optional<LockFile> hold(Path file) throws IOException {
        while (true) {
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException ignored) {
                // Another's, or left by a process that was killed.
            }
            try {
                return holdExisting(file);
            } catch (NoSuchFileException ignored) {
                // Its holder has deleted it in this moment.
            }
        }
    }

    /// Holds a file that is there.
    ///
    /// @throws NoSuchFileException if it is not there, or its holder has just deleted it
    static Optional<LockFile> holdExisting(Path file) throws IOException {
        Object key = key(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            if (!key(file).equals(key)) {
                throw new NoSuchFileException(file.toString());
            }
            return Optional.of(new LockFile(file, channel));
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ignored) {
            return null;
        }
    }

    /// Tells this file from another one of the same name, where the system can.
    private static Object key(Path file) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    /// Deletes the file, and lets others make it anew.
    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // The lock goes with the process at the latest; a file that nobody holds is in nobody's way.
        }
    }
}
