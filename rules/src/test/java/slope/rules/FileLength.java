package slope.rules;

import java.util.Map;
import java.util.Optional;

/// How long a Java file may be. A concept owns its file, settings, formula and passes together; a file that
/// outgrows this holds more than one, or has its reason in the list.
final class FileLength {
    static final int MOST_LINES = 500;

    /// Longer files, each with the reason why it is still one idea.
    static final Map<String, String> REASONS = Map.of();

    private FileLength() {}

    static Optional<String> complaint(String file, String source) {
        long lines = source.lines().count();
        return lines > MOST_LINES && !REASONS.containsKey(file)
                ? Optional.of(
                        "%s has %d lines; %d are allowed: give one of its ideas a file of its own, or a reason to FileLength"
                                .formatted(file, lines, MOST_LINES))
                : Optional.empty();
    }
}
