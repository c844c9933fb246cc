package slope.duckdb;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// DuckDB's native code, which its driver unpacks into the system's temporary folder at each start: 70 MB. A process
/// that is killed leaves it there.
final class LeftLibraries {
    private static final String NAMES = "libduckdb_java[0-9]*.so"; // on every system

    /// The process that made an older one has loaded it, and then does not need the file any more; or,
    /// on Windows, keeps it from being deleted.
    private static final Duration OLD = Duration.ofHours(1);

    private LeftLibraries() {}

    /// Deletes what others left in a folder, as far as this user may.
    static void delete(Path folder, Instant now) {
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(folder, NAMES)) {
            libraries.forEach(library -> deleteIfOld(library, now));
        } catch (IOException ignored) {
            // What cannot be removed is in nobody's way.
        }
    }

    private static void deleteIfOld(Path library, Instant now) {
        try {
            Instant made = Files.getLastModifiedTime(library, LinkOption.NOFOLLOW_LINKS)
                    .toInstant();
            if (made.isBefore(now.minus(OLD))) {
                Files.delete(library);
            }
        } catch (IOException ignored) {
            // It belongs to somebody else, or is in use, or another process deletes it just now.
        }
    }
}
