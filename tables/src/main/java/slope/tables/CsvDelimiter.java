package slope.tables;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slope.table.DataException;

/// Finds what separates the fields of a `.csv` file: comma, semicolon, tab or bar.
final class CsvDelimiter {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'}; // the likelier, the earlier
    private static final Pattern LINE = Pattern.compile("(\"?)sep=([^\"\r\n])\\1(?:\r\n?|\n|$)");
    private static final int LONGEST_LINE = 9; // of this pattern
    private static final int RECORDS_TRIED = 20;

    private final Path file;
    private final CsvBlock head;
    private final boolean isWhole;

    private CsvDelimiter(Path file, CsvBlock head, boolean isWhole) {
        this.file = file;
        this.head = head;
        this.isWhole = isWhole;
    }

    /// The candidate that splits the first records alike and into most fields; if none does, the one that
    /// splits the header into most fields, so that the error is told of the delimiter that was meant.
    ///
    /// @param head the beginning of the file, whose last record may lack its end
    /// @param isWhole whether it is all of the file
    /// @param likely a delimiter that is the one if the header has it outside of quotes
    static char of(Path file, CsvBlock head, boolean isWhole, char likely) {
        CsvDelimiter found = new CsvDelimiter(file, head, isWhole);
        return likely != CANDIDATES[0] && found.fieldsOfHeader(likely) > 1 ? likely : found.best(likely);
    }

    /// A line that tells spreadsheets the delimiter, and no reader of tables a name.
    ///
    /// @param length with its end
    record Line(char delimiter, int length) {}

    /// The line `sep=;` or the like with which a text begins.
    static Optional<Line> line(byte[] text, int size) {
        Matcher line = LINE.matcher(new String(text, 0, Math.min(size, LONGEST_LINE), StandardCharsets.ISO_8859_1));
        return line.lookingAt() ? Optional.of(new Line(line.group(2).charAt(0), line.end())) : Optional.empty();
    }

    private char best(char likely) {
        char best = likely;
        int bestFields = 1;
        boolean bestIsAlike = false;
        for (char candidate : CANDIDATES) {
            int fields = fieldsOfHeader(candidate);
            boolean alike = fields > 1 && splitsAlike(candidate, fields);
            if ((alike && !bestIsAlike) || (alike == bestIsAlike && fields > bestFields)) {
                best = candidate;
                bestFields = fields;
                bestIsAlike = alike;
            }
        }
        return best;
    }

    private int fieldsOfHeader(char delimiter) {
        try {
            CsvCursor cursor = cursor(delimiter);
            return cursor.next() ? cursor.fields() : 0;
        } catch (DataException ignored) {
            return 0; // Told when the file is read with the chosen delimiter.
        }
    }

    private boolean splitsAlike(char delimiter, int fields) {
        try {
            CsvCursor cursor = cursor(delimiter);
            for (int record = 0; record < RECORDS_TRIED && cursor.next(); record++) {
                boolean lacksItsEnd = cursor.position() == head.end() && !isWhole;
                if (cursor.fields() != fields && !cursor.isEmptyLine() && !lacksItsEnd) {
                    return false;
                }
            }
            return true;
        } catch (DataException ignored) {
            return false;
        }
    }

    private CsvCursor cursor(char delimiter) {
        return new CsvCursor(file, head, delimiter, CsvCursor.NO_LINE_END);
    }
}
