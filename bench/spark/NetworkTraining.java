import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import slope.recipe.Setting;
import slope.spark.SlopeClassifier;

/// Spark's own multilayer perceptron and Slope's network with the same layers on the same rows: seconds
/// and accuracy on rows that neither has seen.
final class NetworkTraining {
    private static final int EPOCHS = 20;

    private NetworkTraining() {}

    static void print(SparkSession session, long count) {
        Dataset<Row>[] parts = Rows.assembled(Rows.of(session, count)).randomSplit(new double[] {0.8, 0.2}, 7);
        Dataset<Row> training = parts[0].cache();
        Dataset<Row> test = parts[1].cache();
        training.count();
        test.count();
        for (int iterations : List.of(20, 100)) {
            long start = System.nanoTime();
            Transformer spark = new MultilayerPerceptronClassifier()
                    .setLayers(new int[] {Rows.NUMBERS, Rows.HIDDEN[0], Rows.HIDDEN[1], 2})
                    .setMaxIter(iterations)
                    .setSeed(7)
                    .fit(training);
            tell("Spark's perceptron, %s iterations".formatted(iterations), start, spark, test);
        }
        for (int workers : List.of(0, 1, 2)) {
            long start = System.nanoTime();
            Transformer slope = new SlopeClassifier()
                    .setRecipe("plain")
                    .set(Setting.HIDDEN, List.of(Rows.HIDDEN[0], Rows.HIDDEN[1]))
                    .set(Setting.EPOCHS, EPOCHS)
                    .setInputCols(Rows.names())
                    .setRowIdCol("id")
                    .setNumWorkers(workers)
                    .fit(training);
            tell("Slope, recipe plain, %s workers (0: driver)".formatted(workers), start, slope, test);
        }
    }

    private static void tell(String what, long start, Transformer model, Dataset<Row> test) {
        double seconds = Measurements.secondsSince(start);
        double accuracy = new MulticlassClassificationEvaluator()
                .setMetricName("accuracy")
                .evaluate(model.transform(test));
        Measurements.line(String.format(Locale.ROOT, "%-40s %8.1f s, accuracy %.4f", what, seconds, accuracy));
    }
}
