package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.recipe.Setting;
import slope.table.DataException;

/// What can go wrong with a training in one JVM; what happens to processes is in [StandaloneClusterTest].
@Tag("long")
class ClusterFaultsTest {
    private static final CountDownLatch SLOTS_ARE_HELD = new CountDownLatch(3); // static: tasks are sent as bytes
    private static final CountDownLatch SLOTS_ARE_FREE = new CountDownLatch(1);
    private static final AtomicInteger COMPUTED = new AtomicInteger();

    @TempDir
    private Path folder;

    private static SlopeClassifier species(int epochs) {
        return new SlopeClassifier()
                .setLabelCol("species")
                .setRecipe("plain")
                .set(Setting.EPOCHS, epochs)
                .set(Setting.PATIENCE, epochs)
                .setSampleRows(200)
                .setNumWorkers(2);
    }

    private static byte[] bytes(SlopeTransformer model) {
        return model.modelFile().toByteArray();
    }

    /// What is left of a training whose driver has ended: an unknown store, set on the session alone, has it.
    @Test
    void aFitGoesOnFromItsOwnCheckpointsAndEndsWithTheSameBits() throws Exception {
        KeptFiles.known(LocalSpark.session());
        SlopeClassifier kept = species(40).setCheckpointDir(KeptFiles.uri(folder));
        byte[] whole = bytes(species(40).fit(LocalSpark.penguins()));
        assertThat(bytes(kept.fit(LocalSpark.penguins()))).isEqualTo(whole);
        assertThat(checkpoints()).isNotEmpty();
        assertThat(bytes(kept.setNumWorkers(1).fit(LocalSpark.penguins()))).isEqualTo(whole);

        assertThat(bytes(kept.copy(new ParamMap()).setSeed(9).fit(LocalSpark.penguins())))
                .as("another training with the same folder")
                .isNotEqualTo(whole);
        for (Path file : checkpoints()) {
            Files.writeString(file, "damaged");
        }
        assertThatThrownBy(() -> kept.setNumWorkers(4).fit(LocalSpark.penguins()))
                .isInstanceOf(DataException.class)
                .message()
                .doesNotContain("lost worker", "has failed");
    }

    private List<Path> checkpoints() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".checkpoint")).toList();
        }
    }

    @Test
    void nothingStaysOfATrainingThatHasComeToItsEnd() throws Exception {
        species(3).setCheckpointDir(folder.toUri().toString()).fit(LocalSpark.penguins());

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).containsExactly(folder);
        }
    }

    /// The other worker waits for a sum and not for the store.
    @Test
    void aSlowStoreHoldsUpNobody() {
        KeptFiles.known(LocalSpark.session());
        CountDownLatch afterTheEnd = new CountDownLatch(1);
        KeptFiles.slowedBy(afterTheEnd);

        SlopeTransformer model =
                species(3).setCheckpointDir(KeptFiles.uri(folder)).fit(LocalSpark.penguins());
        assertThat(bytes(model)).isEqualTo(bytes(species(3).fit(LocalSpark.penguins())));
        afterTheEnd.countDown();
    }

    private static int computed() {
        return COMPUTED.incrementAndGet();
    }

    @Test
    void rowsThatAreOthersEachTimeAreRefused() {
        LocalSpark.session()
                .udf()
                .register(
                        "computed",
                        functions
                                .udf((UDF0<Integer>) ClusterFaultsTest::computed, DataTypes.IntegerType)
                                .asNondeterministic());
        Dataset<Row> changing = LocalSpark.penguins().selectExpr("*", "computed() as count");

        assertThatThrownBy(() -> species(3).fit(changing))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the DataFrame had ")
                .hasMessageContaining(" when they were read again");
    }

    /// Three of four slots are another job's: Spark would wait for them without a limit.
    @Test
    void workersWaitForSlotsForATimeOnly() throws Exception {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> job =
                    other.submit(() -> context.parallelize(List.of(1, 2, 3), 3).foreach(number -> {
                        SLOTS_ARE_HELD.countDown();
                        SLOTS_ARE_FREE.await(20, TimeUnit.MINUTES);
                    }));
            assertThat(SLOTS_ARE_HELD.await(5, TimeUnit.MINUTES)).isTrue();
            assertThatThrownBy(() -> species(3).setTimeoutSeconds(5).fit(LocalSpark.penguins()))
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            "2 workers have waited 5 s for as many free slots at once, and other jobs have them; end"
                                    + " those, or let workers wait longer (timeoutSeconds)");
            SLOTS_ARE_FREE.countDown();
            job.get(5, TimeUnit.MINUTES);
        }
    }
}
