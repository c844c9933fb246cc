package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What can go wrong on a cluster of processes, one thing after another in one training, because a cluster
/// takes longer to start than all of it.
@Tag("long")
class StandaloneClusterTest {
    private static final Pattern EPOCH = Pattern.compile("epoch-(\\d+)\\.checkpoint");
    private static final int SOME_EPOCHS = 3;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void aKilledExecutorAHungOneAndAKilledDriverChangeNoBit() throws Exception {
        Path checkpoints = folder.resolve("checkpoints");
        Path model = folder.resolve("model");
        try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
            Process driver = cluster.driver("driver", ClusterProgram.class, checkpoints.toString(), model.toString());
            int trained = awaitMore(cluster, driver, checkpoints, 0);

            assertThat(cluster.executor(0).destroyForcibly()).isTrue();
            trained = awaitMore(cluster, driver, checkpoints, trained);

            stop(cluster.executor(1));
            trained = awaitMore(cluster, driver, checkpoints, trained);

            assertThat(driver.destroyForcibly().waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(lastEpoch(checkpoints)).isBetween(trained, ClusterProgram.EPOCHS - 1);
            Process again = cluster.driver("again", ClusterProgram.class, checkpoints.toString(), model.toString());
            assertThat(again.waitFor(30, TimeUnit.MINUTES)).as(cluster.said()).isTrue();
            assertThat(again.exitValue()).as(cluster.said()).isZero();
        }
        LocalSpark.session();
        SlopeTransformer undisturbed = ClusterProgram.stage().setNumWorkers(1).fit(LocalSpark.penguins());
        assertThat(model.resolve("model.onnx"))
                .hasBinaryContent(undisturbed.modelFile().toByteArray());
    }

    /// Waits for some more epochs, but not for the last one.
    private static int awaitMore(StandaloneCluster cluster, Process driver, Path checkpoints, int before)
            throws Exception {
        cluster.await(driver, () -> lastEpoch(checkpoints) >= before + SOME_EPOCHS);
        int now = lastEpoch(checkpoints);
        assertThat(now).as("epochs at the next fault").isLessThan(ClusterProgram.EPOCHS);
        return now;
    }

    /// A process that is there and does nothing any more.
    private static void stop(ProcessHandle process) throws Exception {
        Process stopping = new ProcessBuilder("sh", "-c", "kill -STOP " + process.pid()).start();
        assertThat(stopping.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(stopping.exitValue()).isZero();
    }

    private static int lastEpoch(Path checkpoints) throws IOException {
        if (!Files.exists(checkpoints)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(checkpoints)) {
            Optional<Path> ofTraining = folders.filter(Files::isDirectory).findFirst();
            return ofTraining.isEmpty() ? 0 : lastEpochIn(ofTraining.get());
        }
    }

    private static int lastEpochIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> EPOCH.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
