package slope.report.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;

/// The day of a file's last change. A model has no date within, so that equal trainings give equal files.
public final class LastChange {
    private LastChange() {}

    /// In UTC, such as `2026-11-29`; empty if the file is not there.
    public static Optional<String> of(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file)
                    .toInstant()
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
