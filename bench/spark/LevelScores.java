import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import slope.evaluation.Evaluation;
import slope.spark.SlopeClassifier;
import slope.spark.SlopeEstimator;
import slope.spark.SlopeRegressor;
import slope.spark.SlopeTransformer;
import slope.table.Column;
import slope.table.Table;
import slope.tables.TableFiles;

/// The scores of test rows, by a network that one process has trained and by one of two workers.
final class LevelScores {
    private static final int CLASSES = 10;

    private LevelScores() {}

    static void print(SparkSession session, String training, String test, String target) {
        Dataset<Row> rows = session.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(training);
        Table unseen = TableFiles.read(test);
        for (int workers : new int[] {0, 2}) {
            SlopeEstimator<?> stage = stage(unseen.column(target));
            stage.setLabelCol(target).setNumWorkers(workers);
            long start = System.nanoTime();
            SlopeTransformer model = stage.fit(rows);
            Measurements.line(String.format(
                    Locale.ROOT,
                    "%s, %s workers (0: driver), %.0f s: %s",
                    training,
                    workers,
                    Measurements.secondsSince(start),
                    Evaluation.of(model.modelFile().model(), unseen)));
        }
    }

    /// Few different values are classes.
    private static SlopeEstimator<?> stage(Column target) {
        long values = IntStream.range(0, target.rows())
                .mapToObj(target::text)
                .distinct()
                .limit(CLASSES + 1)
                .count();
        return values <= CLASSES ? new SlopeClassifier() : new SlopeRegressor();
    }
}
