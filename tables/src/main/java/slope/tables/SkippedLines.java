package slope.tables;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Lines of CSV that were left out because they have another number of fields than the header.
///
/// @param count how many
/// @param first the line of the first, from 1; 0 if there is none
record SkippedLines(int count, int first) {
    static final SkippedLines NONE = new SkippedLines(0, 0);

    /// One line.
    static SkippedLines at(int line) {
        return new SkippedLines(1, line);
    }

    /// These, and those that come behind them.
    SkippedLines and(SkippedLines later) {
        return count == 0 ? later : new SkippedLines(count + later.count, first);
    }

    /// What a person is told; nothing if no line was left out.
    Optional<String> sentence(Path file) {
        return switch (count) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of("line %s of %s is skipped: it has another number of fields than the header"
                        .formatted(first, file));
            default ->
                Optional.of(String.format(
                        Locale.ROOT,
                        "%,d lines of %s are skipped: they have another number of fields than the header; the first is"
                                + " line %s",
                        count,
                        file,
                        first));
        };
    }
}
