package slope.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slope.data.DataException;
import slope.file.WholeFile;
import slope.model.ModelState;

/// The folder of one training's checkpoints: the last two. While it is open, no other process can open it.
///
///     try (CheckpointFolder folder = CheckpointFolder.open(Path.of("run"))) {
///         folder.write(identity, state);
///     }
///
/// Two files are written in turn, each as a whole: whatever happens, the other one is there.
public final class CheckpointFolder implements AutoCloseable {
    private static final List<String> NAMES = List.of("a.checkpoint", "b.checkpoint");

    private final Path folder;
    private final FileChannel lock;
    private final List<String> remarks = new ArrayList<>();
    private final @Nullable Checkpoint newest; // when the folder was opened
    private int next; // the number of the file to write
    private long count; // the number of the last checkpoint

    private CheckpointFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.newest = read();
        if (newest != null) {
            this.next = newest.file().endsWith(NAMES.getFirst()) ? 1 : 0;
            this.count = newest.header().number();
        }
    }

    /// Opens a folder, which is made if it is not there.
    ///
    /// @throws DataException if that cannot be, another process has it open, or all checkpoints in it are
    ///     damaged
    public static CheckpointFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            WholeFile.refuseBadPlace(folder.resolve(NAMES.getFirst()));
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                requireLock(folder, lock);
                deleteLeftovers(folder);
                return new CheckpointFolder(folder, lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (FileAlreadyExistsException failure) {
            throw new DataException("\"%s\" is a file; checkpoints need a folder".formatted(folder), failure);
        } catch (NoSuchFileException | AccessDeniedException failure) {
            throw new DataException("the folder \"%s\" cannot be made there".formatted(folder), failure);
        } catch (IOException failure) {
            throw new DataException(
                    "\"%s\" cannot hold checkpoints: %s".formatted(folder, WholeFile.reason(failure)), failure);
        }
    }

    private static void requireLock(Path folder, FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            lock = null;
        }
        if (lock == null) {
            throw new DataException(
                    "another training is writing its checkpoints to \"%s\"; wait for it or name another folder"
                            .formatted(folder));
        }
    }

    /// What a killed process had not finished.
    private static void deleteLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.checkpoint.*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    private @Nullable Checkpoint read() {
        Checkpoint found = null;
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                try {
                    Checkpoint checkpoint = CheckpointReader.open(file);
                    if (found == null
                            || checkpoint.header().number() > found.header().number()) {
                        found = checkpoint;
                    }
                } catch (DamagedCheckpointException damage) {
                    remarks.add("the checkpoint \"%s\" %s".formatted(file, damage.getMessage()));
                } catch (IOException _) {
                    remarks.add("the checkpoint \"%s\" cannot be read".formatted(file));
                }
            }
        }
        if (found == null && !remarks.isEmpty()) {
            throw new DataException("nothing in \"%s\" can be gone on from: %s; begin anew in another folder"
                    .formatted(folder, String.join(", and ", remarks)));
        }
        return found;
    }

    /// The newest checkpoint that was there when the folder was opened; empty if there was none.
    public Optional<Checkpoint> newest() {
        return Optional.ofNullable(newest);
    }

    /// What is wrong with checkpoints that [#newest] is not: a sentence for each that is damaged.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// Writes a checkpoint in place of the older of the two.
    ///
    /// @param complete whether all networks are trained
    /// @throws DataException if it cannot be written; those that were there are then as they were
    public void write(Identity identity, ModelState state, boolean complete) {
        Checkpoint.Header header = new Checkpoint.Header(count + 1, complete);
        WholeFile.write(folder.resolve(NAMES.get(next)), part -> CheckpointWriter.write(part, header, identity, state));
        next = 1 - next;
        count++;
    }

    public Path path() {
        return folder;
    }

    /// Lets other processes open it.
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // The lock goes with the process at the latest; nothing was written through this channel.
        }
    }
}
