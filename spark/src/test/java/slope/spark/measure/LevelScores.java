package slope.spark.measure;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import slope.evaluation.Evaluation;
import slope.spark.SlopeClassifier;
import slope.spark.SlopeEstimator;
import slope.spark.SlopeRegressor;
import slope.spark.SlopeTransformer;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Table;
import slope.tables.TableFiles;

/// The scores of test rows, by a network that one process has trained and by one of two workers.
final class LevelScores {
    private LevelScores() {}

    static void print(SparkSession session, String training, String test, String target) {
        Dataset<Row> rows = session.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(training);
        Table unseen = TableFiles.read(test);
        for (int workers : new int[] {0, 1, 2}) {
            SlopeEstimator<?> stage = stage(unseen.column(target));
            stage.setLabelCol(target).setNumWorkers(workers);
            long start = System.nanoTime();
            SlopeTransformer model = stage.fit(rows);
            Measurements.line(
                    "%s, %s workers (0: driver), %.0f s: %s",
                    training,
                    workers,
                    Measurements.secondsSince(start),
                    Evaluation.of(model.modelFile().model(), unseen));
        }
    }

    private static SlopeEstimator<?> stage(Column target) {
        return target instanceof CategoryColumn ? new SlopeClassifier() : new SlopeRegressor();
    }
}
