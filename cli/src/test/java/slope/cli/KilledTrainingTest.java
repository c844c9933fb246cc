package slope.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.internal.random.SplitRandom;

/// A process that trains is killed at any moment; what goes on in its place ends with the same bytes.
class KilledTrainingTest {
    /// Other moments: `-Dslope.killed.seed=2` among the JVM's flags.
    private static final long SEED = Long.getLong("slope.killed.seed", 1);

    /// A process is killed so long after a file appears, at most: some steps, or a checkpoint, further on.
    private static final int MOST_MILLISECONDS = 60;

    /// What is trained: several networks one after another, early stopping, members that share layers.
    private static final List<List<String>> OPTIONS = List.of(
            List.of("--recipe=plain", "--hidden=16,16", "--epochs=60", "--batch=8", "--refit", "--threads=3"),
            List.of("--recipe", "plain", "--epochs", "200", "--batch", "8", "--patience", "20", "--folds", "2"),
            List.of("--recipe", "ensemble", "--members", "2", "--hidden", "16", "--epochs", "30", "--metric", "auc"));

    @TempDir
    private static Path shared;

    private static Path table = Path.of("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainUndisturbed() throws Exception {
        table = Files.writeString(shared.resolve("rings.csv"), rings(240));
        for (int number = 0; number < OPTIONS.size(); number++) {
            Process process = start(number, shared.resolve("run" + number), expected(number));
            assertThat(Patience.exitCode(process)).isZero();
        }
    }

    @Test
    void atAFewMoments() throws Exception {
        killAmidTraining(0, 2);
        killAsACheckpointIsWritten(2, 3);
        killAsTheModelIsWritten(3, 4);
    }

    @Test
    @Tag("long")
    void atManyMoments() throws Exception {
        killAmidTraining(4, 14);
        killAsACheckpointIsWritten(14, 20);
        killAsTheModelIsWritten(20, 24);
    }

    private void killAmidTraining(int first, int end) throws Exception {
        for (int kill = first; kill < end; kill++) {
            RandomGenerator random = SplitRandom.of(SEED, kill);
            int which = 1 + random.nextInt(6);
            int later = random.nextInt(MOST_MILLISECONDS);
            killAfter(".checkpoint", which, later, kill, run(kill));
            assertGoesOnToTheSameBytes(kill, later + " ms after checkpoint " + which);
        }
    }

    private void killAsACheckpointIsWritten(int first, int end) throws Exception {
        for (int kill = first; kill < end; kill++) {
            int which = 1 + SplitRandom.of(SEED, kill).nextInt(6);
            killAfter(".checkpoint", which, 0, kill, run(kill));
            assertGoesOnToTheSameBytes(kill, "at checkpoint " + which);
        }
    }

    private void killAsTheModelIsWritten(int first, int end) throws Exception {
        for (int kill = first; kill < end; kill++) {
            killAfter("model" + kill, 1, 0, kill, folder);
            assertGoesOnToTheSameBytes(kill, "at the model");
        }
    }

    /// Kills the process when it has started for the n-th time to write a file with this in its name, or
    /// a little later. Whatever it has come to by then, it has to go on from there.
    private void killAfter(String name, int times, int milliseconds, int kill, Path place) throws Exception {
        Files.createDirectories(place);
        try (WatchService watch = place.getFileSystem().newWatchService()) {
            place.register(watch, ENTRY_CREATE);
            Process process = start(options(kill), run(kill), model(kill));
            AtomicInteger seen = new AtomicInteger();
            Patience.await(
                    process,
                    () -> seen.addAndGet(started(watch, name)) >= times || !process.isAlive(),
                    () -> Files.readString(shared.resolve("out")));
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            Patience.exitCode(process.destroyForcibly());
        }
    }

    /// How often a file with this in its name was begun since the last look.
    private static int started(WatchService watch, String name) {
        int started = 0;
        WatchKey key = watch.poll();
        if (key != null) {
            for (WatchEvent<?> event : key.pollEvents()) {
                String created = String.valueOf(event.context());
                started += created.contains(name) && created.endsWith(".part") ? 1 : 0;
            }
            key.reset();
        }
        return started;
    }

    private void assertGoesOnToTheSameBytes(int kill, String moment) throws IOException {
        int number = options(kill);
        String what = "seed %d, options %d, killed %s".formatted(SEED, number, moment);
        if (Files.exists(model(kill))) {
            assertThat(model(kill)).as(what).hasSameBinaryContentAs(expected(number));
        }
        boolean kept = Files.exists(run(kill).resolve("a.checkpoint"));
        Ran ran = kept
                ? Ran.slope(
                        "train",
                        table.toString(),
                        "--resume",
                        run(kill).toString(),
                        "--out",
                        model(kill).toString())
                : Ran.slope(arguments(number, run(kill), model(kill)));
        assertThat(ran.exitCode()).as("%s: %s", what, ran.err()).isZero();
        assertThat(model(kill)).as(what).hasSameBinaryContentAs(expected(number));
        assertThat(leftovers(folder)).as(what).isEmpty();
        assertThat(leftovers(run(kill))).as(what).isEmpty();
    }

    private static List<Path> leftovers(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static Process start(int number, Path run, Path model) throws IOException {
        return Launched.slope(shared.resolve("out"), arguments(number, run, model));
    }

    private static String[] arguments(int number, Path run, Path model) {
        List<String> arguments = new ArrayList<>(List.of("train", table.toString(), "--target", "ring"));
        arguments.addAll(OPTIONS.get(number));
        arguments.addAll(List.of("--checkpoint", run.toString(), "--checkpoint-every", "0.02s"));
        arguments.addAll(List.of("--out", model.toString()));
        return arguments.toArray(String[]::new);
    }

    private static int options(int kill) {
        return kill % OPTIONS.size();
    }

    private static Path expected(int number) {
        return shared.resolve("expected" + number + ".onnx");
    }

    private Path run(int kill) {
        return folder.resolve("run" + kill);
    }

    private Path model(int kill) {
        return folder.resolve("model" + kill + ".onnx");
    }

    /// Points in two rings, and a word that tells nothing.
    private static String rings(int rows) {
        RandomGenerator random = SplitRandom.of(9);
        StringBuilder table = new StringBuilder("x,y,shade,ring\n");
        for (int row = 0; row < rows; row++) {
            double angle = 6.28 * random.nextDouble();
            double radius = (row % 2 == 0 ? 1 : 2) + 0.4 * random.nextGaussian();
            table.append("%.4f,%.4f,%s,%s\n"
                    .formatted(
                            radius * Math.cos(angle),
                            radius * Math.sin(angle),
                            random.nextBoolean() ? "dark" : "light",
                            row % 2 == 0 ? "inner" : "outer"));
        }
        return table.toString();
    }
}
