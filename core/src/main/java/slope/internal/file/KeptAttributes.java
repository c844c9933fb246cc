package slope.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// What a file keeps when another one takes its place: its owner, its group, and who may read and write it. A new
/// file has none of them yet, and gets what the system gives.
final class KeptAttributes {
    private KeptAttributes() {}

    /// From the file that is there, if one is.
    static void copy(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null || !Files.exists(from)) {
            return;
        }
        PosixFileAttributes kept = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes own = view.readAttributes();
        if (!kept.owner().equals(own.owner())) {
            ifPermitted(() -> view.setOwner(kept.owner()));
        }
        if (!kept.group().equals(own.group())) {
            ifPermitted(() -> view.setGroup(kept.group()));
        }
        view.setPermissions(kept.permissions());
    }

    private interface Change {
        void make() throws IOException;
    }

    /// Only the system's administrator may give files away.
    private static void ifPermitted(Change change) {
        try {
            change.make();
        } catch (IOException ignored) {
            // The file then belongs to its writer.
        }
    }
}
