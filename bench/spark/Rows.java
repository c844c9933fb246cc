import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/// Rows of 28 numbers, as many as are wanted, with a label that a network can learn and a line cannot.
final class Rows {
    static final int NUMBERS = 28;
    static final int[] HIDDEN = {64, 32};

    private Rows() {}

    /// `id`, `x0` to `x27`, each from -1 to 1, and `label`, 0 or 1.
    static Dataset<Row> of(SparkSession session, long count) {
        List<Column> columns = new ArrayList<>(List.of(functions.col("id")));
        for (int number = 0; number < NUMBERS; number++) {
            columns.add(functions.rand(number).multiply(2).minus(1).as("x" + number));
        }
        Column product = functions.col("x0").multiply(functions.col("x1"));
        Column noise = functions.rand(NUMBERS).minus(0.5).multiply(0.2);
        return session.range(count)
                .select(columns.toArray(Column[]::new))
                .withColumn(
                        "label",
                        product.plus(functions.col("x2").multiply(0.3))
                                .plus(noise)
                                .gt(0)
                                .cast("double"));
    }

    static String[] names() {
        String[] names = new String[NUMBERS];
        for (int number = 0; number < NUMBERS; number++) {
            names[number] = "x" + number;
        }
        return names;
    }

    /// The same with a vector `features`, which Spark's own stages need.
    static Dataset<Row> assembled(Dataset<Row> rows) {
        return new VectorAssembler()
                .setInputCols(names())
                .setOutputCol("features")
                .transform(rows);
    }

    /// Computes all rows, and keeps none.
    static double seconds(Dataset<Row> rows) {
        long start = System.nanoTime();
        rows.write().format("noop").mode("overwrite").save();
        return Measurements.secondsSince(start);
    }
}
