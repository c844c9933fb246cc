package slope.spark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.recipe.Setting;
import slope.table.DataException;

/// What a cluster cannot train is one sentence, and most of it before a row is sent.
class ClusterRefusalsTest {
    private static final AtomicInteger READINGS = new AtomicInteger();

    @TempDir
    private Path folder;

    private static SlopeClassifier species() {
        return new SlopeClassifier()
                .setLabelCol("species")
                .setRecipe("plain")
                .set(Setting.EPOCHS, 2)
                .setSampleRows(200)
                .setNumWorkers(2);
    }

    /// None of them names a file that is only there while it is read.
    @Test
    void checkpointsThatCannotBeUsedAreOneSentence() throws Exception {
        Dataset<Row> penguins = LocalSpark.penguins();
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() ->
                        species().setCheckpointDir(file.toString()).fit(penguins.where("raise_error('read') = 1")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("%s/writable cannot be written: ".formatted(file));
        assertThatThrownBy(() -> species().setCheckpointDir("a b:c").fit(penguins))
                .hasMessageStartingWith("\"a b:c/writable\" is no path of a file or folder: ");
    }

    /// The tasks of a training before are ended when the next one begins, and are no reason of its own.
    @Test
    void aPortThatIsTakenIsTheRootCause() throws Exception {
        for (int training = 0; training < 2; training++) {
            try (ServerSocket taken = new ServerSocket()) {
                taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                String port = Integer.toString(taken.getLocalPort());

                assertThatThrownBy(
                                () -> species().setPortRange(port + "-" + port).fit(LocalSpark.penguins()))
                        .isInstanceOf(DataException.class)
                        .hasMessage(
                                "no port of %s to %s is free at 127.0.0.1; a machine needs one for each of its workers"
                                        .formatted(port, port));
            }
        }
    }

    /// A filter that lets fewer rows through each time that they are read.
    @Test
    void rowsThatChangeAreNotedBeforeTheyAreTrainedOn() {
        UDF1<Integer, Boolean> early = number -> READINGS.incrementAndGet() < 600;
        Dataset<Row> changing = LocalSpark.penguins()
                .where(functions
                        .udf(early, DataTypes.BooleanType)
                        .asNondeterministic()
                        .apply(functions.col("flipper_length_mm")));

        assertThatThrownBy(() -> species().fit(changing))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("the DataFrame had [\\d,]+ rows when they were counted and [\\d,]+ when they were"
                        + " read again; write it to a file, or cache it, where its rows change from one reading to"
                        + " the next");
    }

    @Test
    void whatCannotBeTrainedTogetherIsOneSentence() {
        Dataset<Row> penguins = LocalSpark.penguins();

        assertThatThrownBy(() -> species().setNumWorkers(8).setTimeoutSeconds(1).fit(penguins))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "8 workers need as many slots at once, and the cluster has 4; ask for fewer, or add executors");
        assertThatThrownBy(() -> species().setNumWorkers(2).setNumShards(6).fit(penguins))
                .hasMessageStartingWith("6 shards cannot be had by 2 workers; ");
        assertThatThrownBy(() -> species().setPortRange("all").fit(penguins))
                .hasMessage("\"all\" is no range of ports; write one such as 40000-40100");
        assertThatThrownBy(() -> species()
                        .setSampleRows(60)
                        .fit(penguins.selectExpr("if(bill_length_mm > 58, 'rare', species) species", "island")))
                .hasMessageContaining("rare")
                .hasMessageEndingWith(" of 344 rows decides the model, see sampleRows");
        assertThatThrownBy(
                        () -> species().setGroupCol("island").setSampleRows(100).fit(penguins))
                .hasMessageStartingWith("groups are kept together in the sample, and it has ");
        assertThatThrownBy(() -> species()
                        .set(Setting.OPTIMIZER, slope.optimizer.Optimizer.lbfgs())
                        .fit(penguins))
                .hasMessageContaining(
                        "numWorkers is 2, and rows in shards train one network by an optimizer of batches");
        assertThatThrownBy(() -> species().fit(penguins.where("species = 'none'")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the DataFrame has no row with a value in column \"species\"; nothing can be learned from it");
        assertThatThrownBy(() -> species().setWeightCol("w").fit(penguins.selectExpr("*", "0 w")))
                .hasMessage(
                        "the DataFrame has no row with a value in column \"species\" and a weight in \"w\" that is not"
                                + " 0; nothing can be learned from it");
        assertThatThrownBy(() -> species().setSampleRows(2).fit(penguins))
                .hasMessageContaining("; a sample of ")
                .hasMessageEndingWith(" of 344 rows decides the model, see sampleRows");
        assertThatThrownBy(() -> species().setFolds(3).fit(penguins))
                .hasMessageEndingWith("; set numWorkers to 0 for a training in the driver, which has all of it");
        assertThatThrownBy(
                        () -> species().setRowIdCol("one").setSampleRows(20).fit(penguins.selectExpr("*", "1 as one")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column \"one\" puts none of the 344 rows in the sample, as a column of few values does; the"
                                + " values of a row's id differ");
    }

    @Test
    void executorsThatComeAndGoAreRefused() {
        SparkConf conf = new SparkConf(false).set("spark.dynamicAllocation.enabled", "true");

        assertThatThrownBy(() -> ClusterSlots.requireSteady(conf.set("spark.master", "yarn")))
                .isInstanceOf(DataException.class)
                .hasMessage("workers train together, and dynamic allocation takes and gives executors one by one; set"
                        + " spark.dynamicAllocation.enabled to false, or train in the driver");
        assertThatCode(() -> ClusterSlots.requireSteady(conf.set("spark.master", "local[2]")))
                .doesNotThrowAnyException();
    }
}
