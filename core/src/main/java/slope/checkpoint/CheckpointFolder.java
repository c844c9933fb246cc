package slope.checkpoint;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slope.fit.FitState;
import slope.internal.file.Destination;
import slope.internal.file.LockFile;
import slope.internal.file.WholeFile;
import slope.table.DataException;

/// The folder of one run's checkpoints, of which it keeps the last two. While it is open, no other
/// process can open it.
///
///     try (CheckpointFolder folder = CheckpointFolder.open(Path.of("run"))) {
///         folder.write(identity, state);
///     }
///
/// Two files are written in turn, each as a whole, so one intact checkpoint always remains.
public final class CheckpointFolder implements AutoCloseable {
    private static final List<String> NAMES = List.of("a.checkpoint", "b.checkpoint");

    private final Path folder;
    private final List<Path> made; // when it was opened, the innermost first
    private final LockFile lock;
    private final List<String> remarks = new ArrayList<>();
    private final @Nullable Checkpoint newest; // when the folder was opened
    private int next; // the number of the file to write
    private volatile long count; // the number of the last checkpoint

    private CheckpointFolder(Path folder, List<Path> made, LockFile lock) {
        this.folder = folder;
        this.made = made;
        this.lock = lock;
        this.newest = read();
        if (newest != null) {
            this.next = newest.file().endsWith(NAMES.getFirst()) ? 1 : 0;
            this.count = newest.header().number();
        }
    }

    /// Opens a folder, and creates it if it does not exist.
    ///
    /// @throws DataException if the folder cannot be used, another process has it open, or all its
    ///     checkpoints are damaged
    public static CheckpointFolder open(Path folder) {
        List<Path> made = missing(folder);
        try {
            Files.createDirectories(folder);
            for (String name : NAMES) {
                Destination.of(folder.resolve(name)).requireFile("a checkpoint");
            }
            LockFile lock = LockFile.hold(folder.resolve("lock")).orElseThrow(() -> isTaken(folder));
            try {
                return new CheckpointFolder(folder, made, lock);
            } catch (RuntimeException failure) {
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

    private static DataException isTaken(Path folder) {
        return new DataException(
                "another training is writing its checkpoints to \"%s\"; wait for it or name another folder"
                        .formatted(folder));
    }

    /// Folders that do not exist yet, the innermost first.
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        Optional<Path> next = Optional.of(folder.toAbsolutePath());
        while (next.isPresent() && !Files.exists(next.get(), LinkOption.NOFOLLOW_LINKS)) {
            missing.add(next.get());
            next = Optional.ofNullable(next.get().getParent());
        }
        return missing;
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
                } catch (IOException ignored) {
                    remarks.add("the checkpoint \"%s\" cannot be read".formatted(file));
                }
            }
        }
        if (found == null && !remarks.isEmpty()) {
            throw new DataException("no checkpoint in \"%s\" can be resumed: %s; start again in another folder"
                    .formatted(folder, String.join(", and ", remarks)));
        }
        return found;
    }

    /// The newest checkpoint at the time the folder was opened; empty if there was none.
    public Optional<Checkpoint> newest() {
        return Optional.ofNullable(newest);
    }

    /// A sentence for each damaged checkpoint that [#newest] passes over.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// Writes a checkpoint and replaces the older of the two.
    ///
    /// @param complete whether all networks are trained
    /// @throws DataException if it cannot be written; the existing checkpoints then stay as they
    ///     were
    void write(Identity identity, FitState state, boolean complete) {
        Checkpoint.Header header = new Checkpoint.Header(count + 1, complete);
        WholeFile.write(folder.resolve(NAMES.get(next)), part -> CheckpointWriter.write(part, header, identity, state));
        next = 1 - next;
        count = header.number();
    }

    /// Whether there is nothing to resume from, by now.
    public boolean isEmpty() {
        return count == 0;
    }

    public Path path() {
        return folder;
    }

    /// Lets other processes open the folder. A folder that was created here and got no checkpoint
    /// is removed.
    @Override
    public void close() {
        lock.close();
        try {
            for (Path empty : made) {
                Files.delete(empty);
            }
        } catch (IOException ignored) {
            // Something is in it, as it should be.
        }
    }
}
