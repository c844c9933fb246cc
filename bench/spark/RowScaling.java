import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import slope.recipe.Setting;
import slope.spark.SlopeClassifier;

/// Seconds of whole fits of many rows, of two lengths, so that an epoch's time is their difference.
final class RowScaling {
    private static final int MORE_EPOCHS = 3;
    private static final long TO_WARM_UP = 10_000;

    private RowScaling() {}

    static void print(SparkSession session, long count) {
        Dataset<Row> rows = Rows.of(session, count);
        seconds(Rows.of(session, TO_WARM_UP), 1, 1);
        for (int workers : List.of(1, 2)) {
            double one = seconds(rows, workers, 1);
            double more = seconds(rows, workers, MORE_EPOCHS);
            Measurements.line(String.format(
                    Locale.ROOT,
                    "%,d rows x %s, %s workers on %s: %.1f s with one epoch, %.1f s for each further one",
                    count,
                    Rows.NUMBERS,
                    workers,
                    session.sparkContext().master(),
                    one,
                    (more - one) / (MORE_EPOCHS - 1)));
        }
        Measurements.line(String.format(
                Locale.ROOT,
                "%,d rows x %s in the driver: %.1f s with one epoch",
                count,
                Rows.NUMBERS,
                seconds(rows, 0, 1)));
    }

    private static double seconds(Dataset<Row> rows, int workers, int epochs) {
        long start = System.nanoTime();
        new SlopeClassifier()
                .setRecipe("plain")
                .set(Setting.EPOCHS, epochs)
                .set(Setting.BATCH_SIZE, 4_096)
                .setInputCols(Rows.names())
                .setRowIdCol("id")
                .setNumWorkers(workers)
                .fit(rows);
        return Measurements.secondsSince(start);
    }
}
