package slope.rules;

import java.util.Optional;

/// How long a Java file may be. A file that outgrows this holds more than one idea.
final class FileLength {
    static final int MOST_LINES = 300;

    private FileLength() {}

    static Optional<String> complaint(String file, String source) {
        long lines = source.lines().count();
        return lines > MOST_LINES
                ? Optional.of("%s has %d lines; %d are allowed: give one of its ideas a file of its own"
                        .formatted(file, lines, MOST_LINES))
                : Optional.empty();
    }
}
