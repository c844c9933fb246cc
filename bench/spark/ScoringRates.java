import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import slope.recipe.Setting;
import slope.spark.SlopeClassifier;
import slope.spark.SlopeTransformer;

/// Rows a second of networks with the same layers. The model and the rows are left behind for `slope predict`.
final class ScoringRates {
    private static final int RUNS = 3;
    private static final long TRAINED_ON = 2_000;

    private ScoringRates() {}

    static void print(SparkSession session, long count) throws Exception {
        Dataset<Row> rows = Rows.of(session, count).cache();
        Dataset<Row> few = Rows.of(session, TRAINED_ON);
        rows.count();
        SlopeTransformer slope = new SlopeClassifier()
                .setRecipe("plain")
                .set(Setting.HIDDEN, java.util.List.of(Rows.HIDDEN[0], Rows.HIDDEN[1]))
                .set(Setting.EPOCHS, 1)
                .setInputCols(Rows.names())
                .fit(few);
        MultilayerPerceptronClassificationModel spark = new MultilayerPerceptronClassifier()
                .setLayers(new int[] {Rows.NUMBERS, Rows.HIDDEN[0], Rows.HIDDEN[1], 2})
                .setMaxIter(1)
                .fit(Rows.assembled(few));
        for (int run = 0; run < RUNS; run++) {
            Measurements.line(String.format(
                    Locale.ROOT, "SlopeTransformer   %,12.0f rows/s", count / Rows.seconds(slope.transform(rows))));
            Measurements.line(String.format(
                    Locale.ROOT,
                    "Spark's perceptron %,12.0f rows/s",
                    count / Rows.seconds(spark.transform(Rows.assembled(rows)))));
        }
        Path folder = Path.of("target/measured");
        Files.createDirectories(folder);
        slope.modelFile().write(folder.resolve("scoring.onnx"));
        rows.coalesce(1)
                .write()
                .option("header", "true")
                .mode("overwrite")
                .csv(folder.resolve("scoring").toString());
    }
}
