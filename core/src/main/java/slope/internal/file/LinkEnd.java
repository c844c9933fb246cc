package slope.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/// What there is at the end of all links, where a path leads to.
///
/// @param path behind the last link
record LinkEnd(Path path, Kind kind) {
    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    /// Where systems show the descriptors that a process has open, each as a number.
    private static final Pattern DESCRIPTORS = Pattern.compile("/dev/fd|/proc/\\d+(/task/\\d+)?/fd");

    /// The part of a Unix file's mode that tells its kind (`S_IFMT`).
    private static final int KIND_BITS = 0170000;

    enum Kind {
        NOTHING("is not there"),
        FILE("is a file"),
        FOLDER("is a folder"),
        PIPE("is a pipe"),
        DEVICE("is a device"),
        DISK("is a disk"),
        SOCKET("is a socket"),
        STANDARD_OUTPUT("is standard output"),
        DESCRIPTOR("is an open file descriptor"),
        CLOSED("is no open file descriptor"),
        CIRCLE("is a link that leads in a circle");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// In words that follow the path's name.
    String words() {
        return kind.words;
    }

    static LinkEnd of(Path named) {
        Path path = named;
        for (int links = 0; links <= MOST_LINKS; links++) {
            // A descriptor looks like a link, but what it leads to need not have a name any more.
            if (isDescriptor(path)) {
                return new LinkEnd(path, kindOfDescriptor(path));
            }
            if (!Files.isSymbolicLink(path)) {
                return new LinkEnd(path, kindOf(path));
            }
            try {
                Path target = Files.readSymbolicLink(path);
                path = path.getParent() == null ? target : path.getParent().resolve(target);
            } catch (IOException failure) {
                throw WholeFile.unwritten(named, failure);
            }
        }
        return new LinkEnd(path, Kind.CIRCLE);
    }

    private static boolean isDescriptor(Path path) {
        return isNumber(path) && DESCRIPTORS.matcher(realFolder(path)).matches();
    }

    private static boolean isNumber(Path path) {
        return path.getFileName() != null && path.getFileName().toString().matches("\\d+");
    }

    private static Kind kindOfDescriptor(Path path) {
        String folder = realFolder(path);
        boolean ofProcess = !folder.startsWith("/proc/")
                || folder.startsWith(
                        "/proc/%s/".formatted(ProcessHandle.current().pid()));
        Kind kind = kindOf(path);
        return switch (kind) {
            case NOTHING -> Kind.CLOSED;
            case FOLDER, DISK -> kind;
            case SOCKET, FILE, PIPE, DEVICE ->
                ofProcess && path.endsWith("1") ? Kind.STANDARD_OUTPUT : kind == Kind.SOCKET ? kind : Kind.DESCRIPTOR;
            case STANDARD_OUTPUT, DESCRIPTOR, CLOSED, CIRCLE -> throw new IllegalStateException(kind.words);
        };
    }

    private static String realFolder(Path path) {
        try {
            return WholeFile.folderOf(path).toRealPath().toString();
        } catch (IOException ignored) {
            return ""; // It is not there.
        }
    }

    private static Kind kindOf(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return Kind.FOLDER;
            }
            return attributes.isRegularFile() ? Kind.FILE : otherKindOf(path);
        } catch (NoSuchFileException ignored) {
            return Kind.NOTHING;
        } catch (AccessDeniedException ignored) {
            throw WholeFile.unchangeable(path, WholeFile.folderOf(path));
        } catch (IOException failure) {
            if (!Files.isDirectory(WholeFile.folderOf(path))) {
                return Kind.NOTHING;
            }
            throw WholeFile.unwritten(path, failure);
        }
    }

    private static Kind otherKindOf(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Kind.DEVICE;
        }
        return switch ((int) Files.getAttribute(path, "unix:mode") & KIND_BITS) {
            case 0010000 -> Kind.PIPE;
            case 0060000 -> Kind.DISK;
            case 0140000 -> Kind.SOCKET;
            default -> Kind.DEVICE;
        };
    }
}
