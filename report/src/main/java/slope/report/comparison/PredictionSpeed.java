package slope.report.comparison;

import java.util.stream.IntStream;
import slope.model.Model;
import slope.table.Table;

/// How fast two models predict on this machine: both in turn, the best of several times.
final class PredictionSpeed {
    private static final int TIMES = 5;
    private static final int ROWS = 2_000;
    private static final double NANOSECONDS = 1e9;

    private PredictionSpeed() {}

    /// Rows in a second, of each model.
    static double[] of(Model first, Table ofFirst, Model second, Table ofSecond) {
        int count = Math.min(ROWS, ofFirst.rows());
        int[] some = IntStream.range(0, count).toArray();
        Table firstRows = ofFirst.select(some);
        Table secondRows = ofSecond.select(some);
        long ofFirstTime = Long.MAX_VALUE;
        long ofSecondTime = Long.MAX_VALUE;
        for (int time = 0; time < TIMES; time++) {
            ofFirstTime = Math.min(ofFirstTime, nanoseconds(first, firstRows));
            ofSecondTime = Math.min(ofSecondTime, nanoseconds(second, secondRows));
        }
        return new double[] {NANOSECONDS * count / ofFirstTime, NANOSECONDS * count / ofSecondTime};
    }

    private static long nanoseconds(Model model, Table rows) {
        long begun = System.nanoTime();
        model.predict(rows);
        return Math.max(1, System.nanoTime() - begun);
    }
}
