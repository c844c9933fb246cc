package slope.tables;

import java.nio.file.Path;
import java.util.Locale;
import slope.table.DataException;

/// Limits of text files, so that a small one cannot fill the memory or take hours.
final class TextLimits {
    /// DuckDB takes about half a millisecond for each.
    static final int COLUMNS = 50_000;

    /// Of one record, as much as Jackson takes of one text.
    static final int RECORD_BYTES = 100_000_000;

    /// From so many cells on, a table out of records with names of their own has to be filled by
    /// a thousandth: each cell that is not there takes memory too.
    private static final long CELLS_WITHOUT_QUESTION = 10_000_000;

    private static final int EMPTIEST = 1000;

    private TextLimits() {}

    static void refuseColumns(Path file, int line, int columns) {
        if (columns > COLUMNS) {
            throw new DataException(String.format(
                    Locale.ROOT, "%s:%s: there are more than %,d columns, the most that is read", file, line, COLUMNS));
        }
    }

    /// @param filled how many cells the records have so far
    static void refuseEmptiness(Path file, int line, long rows, int columns, long filled) {
        if (rows * columns > Math.max(CELLS_WITHOUT_QUESTION, filled * EMPTIEST)) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%s:%s: the records have hardly a name in common: %,d rows with %,d names; give all the same names",
                    file,
                    line,
                    rows,
                    columns));
        }
    }
}
