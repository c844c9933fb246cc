package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import slope.table.DataException;

/// Finds what separates the fields of a `.csv` file: comma, semicolon, tab or bar.
final class CsvDelimiter {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'}; // the likelier, the earlier
    private static final int RECORDS_TRIED = 20;

    private CsvDelimiter() {}

    /// The candidate that splits the first records alike and into most fields; if none does, the one that
    /// splits the header into most fields, so that the error is told of the delimiter that was meant.
    static char of(Path file) throws IOException {
        char best = CANDIDATES[0];
        int bestFields = 0;
        boolean bestIsAlike = false;
        for (char candidate : CANDIDATES) {
            int fields = fieldsOfHeader(file, candidate);
            boolean alike = fields > 1 && splitsAlike(file, candidate, fields);
            if ((alike && !bestIsAlike) || (alike == bestIsAlike && fields > bestFields)) {
                best = candidate;
                bestFields = fields;
                bestIsAlike = alike;
            }
        }
        return best;
    }

    private static int fieldsOfHeader(Path file, char delimiter) throws IOException {
        try (CsvCursor cursor = CsvCursor.open(file, delimiter)) {
            return cursor.next() ? cursor.fields() : 0;
        } catch (DataException ignored) {
            return 0; // Told when the file is read with the chosen delimiter.
        }
    }

    private static boolean splitsAlike(Path file, char delimiter, int fields) throws IOException {
        try (CsvCursor cursor = CsvCursor.open(file, delimiter)) {
            for (int record = 0; record < RECORDS_TRIED && cursor.next(); record++) {
                if (cursor.fields() != fields && !cursor.isEmptyLine()) {
                    return false;
                }
            }
            return true;
        } catch (DataException ignored) {
            return false;
        }
    }
}
