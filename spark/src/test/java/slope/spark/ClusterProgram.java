package slope.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import slope.recipe.Setting;

/// What a driver of a cluster runs: reads, fits, saves.
final class ClusterProgram {
    static final int EPOCHS = 200;

    private ClusterProgram() {}

    /// Trains on a cluster.
    ///
    /// @param arguments the master's URL, the class path of executors, the folder of checkpoints, where the
    ///     model belongs
    public static void main(String[] arguments) throws Exception {
        SparkSession.builder()
                .master(arguments[0])
                .appName("slope cluster test")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.executor.extraClassPath", arguments[1])
                .config("spark.executor.memory", "512m")
                .config("spark.executor.cores", "1")
                .config("spark.cores.max", "2")
                .config("spark.executor.heartbeatInterval", "1s")
                .config("spark.network.timeout", "15s") // after which an executor that says nothing is lost
                .config("spark.network.timeoutInterval", "2s")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.kryo.registrationRequired", "true")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
        SlopeClassifier stage =
                stage().setCheckpointDir(Path.of(arguments[2]).toUri().toString());
        stage.setNumWorkers(2)
                .fit(SparkSession.active()
                        .read()
                        .schema(LocalSpark.PENGUIN_COLUMNS) // to find them, Spark would send what Kryo refuses
                        .option("header", "true")
                        .csv(LocalSpark.PENGUINS.toString()))
                .save(Path.of(arguments[3]).toUri().toString());
        SparkSession.active().stop();
    }

    /// A training of some seconds, which nothing ends early.
    static SlopeClassifier stage() {
        return new SlopeClassifier()
                .setLabelCol("species")
                .setRecipe("plain")
                .set(Setting.EPOCHS, EPOCHS)
                .set(Setting.PATIENCE, EPOCHS)
                .setSampleRows(200)
                .setTimeoutSeconds(600);
    }
}
