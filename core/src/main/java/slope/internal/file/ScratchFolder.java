package slope.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A folder for files that are there only while something is done; only their owner may look into
/// it.
///
/// Its process holds a [LockFile] in it. So a process that was killed leaves a folder that nobody
/// holds, and the next one that makes such a folder in the same place removes it; never one whose
/// process lives, in whatever container or on whatever machine.
public final class ScratchFolder implements AutoCloseable {
    /// Tells the folders of this process from others: a process may not ask whether it holds its
    /// own lock.
    private static final String PROCESS =
            Long.toString(ProcessHandle.current().pid(), 36) + Long.toString(System.nanoTime(), 36);

    private static final String LOCK = "slope.lock";
    private static final Pattern NAMES =
            Pattern.compile("(?:slope-|\\..*\\.)([0-9a-z]+)-\\d+(?:\\.part)?", Pattern.DOTALL);

    /// Folders of one process in one place at a time.
    private static final int MOST = 10_000;

    /// Of a name, so that a long one does not become too long.
    private static final int MOST_LETTERS = 50;

    private final Path folder;
    private final Optional<LockFile> lock;

    private ScratchFolder(Path folder, Optional<LockFile> lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Makes a folder where a file is to be, on the same disk.
    static ScratchFolder beside(Path file) throws IOException {
        StringBuilder name = file.getFileName()
                .toString()
                .codePoints()
                .limit(MOST_LETTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return make(WholeFile.folderOf(file), "." + name + ".", ".part");
    }

    /// Makes a folder in the system's temporary one.
    public static ScratchFolder temporary() throws IOException {
        return make(temporaryFiles(), "slope-", "");
    }

    private static ScratchFolder make(Path place, String before, String behind) throws IOException {
        for (int number = 0; number < MOST; number++) {
            Path folder = place.resolve("%s%s-%s%s".formatted(before, PROCESS, number, behind));
            Optional<ScratchFolder> made = make(folder);
            if (made.isPresent()) {
                deleteAtExit(folder);
                made.get().file(LOCK);
                removeLeftovers(place, Files.getOwner(folder));
                return made.get();
            }
        }
        throw new IOException("no room for another folder in " + place);
    }

    /// @return empty if another thread has it, or another process took it for a leftover before it
    ///     was locked
    private static Optional<ScratchFolder> make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, onlyForTheOwner(folder));
        } catch (FileAlreadyExistsException ignored) {
            return Optional.empty();
        }
        try {
            return LockFile.hold(folder.resolve(LOCK)).map(lock -> new ScratchFolder(folder, Optional.of(lock)));
        } catch (NoSuchFileException ignored) {
            return Optional.empty();
        } catch (IOException ignored) {
            // Where files cannot be locked, nothing is ever taken for a leftover.
            return Optional.of(new ScratchFolder(folder, Optional.empty()));
        }
    }

    private static FileAttribute<?>[] onlyForTheOwner(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /// The place of a file in it.
    public Path file(String name) {
        return deleteAtExit(folder.resolve(name));
    }

    /// Ctrl-C ends a process in the middle of its work. The system deletes in reverse order.
    private static Path deleteAtExit(Path file) {
        if (file.getFileSystem().equals(FileSystems.getDefault())) {
            file.toFile().deleteOnExit();
        }
        return file;
    }

    /// Removes the folder with all that is in it.
    @Override
    public void close() {
        delete(folder);
        lock.ifPresent(LockFile::close);
        deleteEmpty(folder);
    }

    /// Removes what killed processes left in the system's temporary folder. Those that make a
    /// folder there, or beside a file, do so as well.
    public static void removeLeftovers() {
        try {
            if (!ofOtherProcesses(temporaryFiles()).isEmpty()) {
                temporary().close();
            }
        } catch (IOException ignored) {
            // What cannot be removed is in nobody's way.
        }
    }

    /// @param owner whose folders are removed; folders of other users are left alone
    private static void removeLeftovers(Path place, UserPrincipal owner) throws IOException {
        for (Path folder : ofOtherProcesses(place)) {
            try {
                if (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    removeUnlessHeld(folder);
                }
            } catch (IOException ignored) {
                // Another process has just removed it.
            }
        }
    }

    private static void removeUnlessHeld(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            LockFile.holdExisting(lock).ifPresent(held -> new ScratchFolder(folder, Optional.of(held)).close());
        } else {
            deleteEmpty(folder); // Its process was killed before it had locked it.
        }
    }

    private static List<Path> ofOtherProcesses(Path place) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, ScratchFolder::isOfAnotherProcess)) {
            folders.forEach(found::add);
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        return found;
    }

    private static boolean isOfAnotherProcess(Path folder) {
        Matcher name = NAMES.matcher(folder.getFileName().toString());
        return name.matches() && !name.group(1).equals(PROCESS) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path temporaryFiles() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// Deletes all but the lock, which its holder deletes last, and what cannot be deleted. Links
    /// are not followed.
    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!file.equals(folder.resolve(LOCK))) {
                        Files.delete(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
                    deleteEmpty(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException ignored) {
            // The next process tries it again.
        }
    }

    private static void deleteEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException ignored) {
            // It holds the lock, or what cannot be deleted.
        }
    }
}
