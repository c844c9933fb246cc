package slope.explain;

import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Table;

/// Background rows: what columns that are left out of an explanation are taken from.
final class Background {
    /// How many there are.
    static final int ROWS = 32;

    private Background() {}

    /// Rows from all over the predictions: one out of each of as many equal parts of the rows, which are
    /// ordered by their prediction. All rows if there are no more.
    static int[] of(ModelOutputs outputs, Table table, int[] rows, long seed) {
        if (rows.length <= ROWS) {
            return rows.clone();
        }
        double[] order = outputs.order(outputs.model().decoded(table.select(rows)));
        int[] ascending = SortedRows.ascending(IntStream.range(0, rows.length).toArray(), place -> order[place]);
        int[] background = new int[ROWS];
        for (int stratum = 0; stratum < ROWS; stratum++) {
            int from = stratum * rows.length / ROWS;
            int to = (stratum + 1) * rows.length / ROWS;
            double drawn = Draw.BACKGROUND.random(seed, stratum).nextDouble();
            background[stratum] = rows[ascending[from + (int) (drawn * (to - from))]];
        }
        return background;
    }
}
