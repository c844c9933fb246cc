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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.random.SplitRandom;

/// A process that trains is killed at any moment; what goes on in its place ends with the same bytes.
class KilledTrainingTest {
    private static final long SEED = Long.getLong("slope.killed.seed", System.nanoTime());

    /// What is trained: several networks one after another, early stopping, members that share layers.
    private static final List<List<String>> OPTIONS = List.of(
            List.of("--recipe=plain", "--hidden=16,16", "--epochs=60", "--batch=8", "--refit", "--threads=3"),
            List.of("--recipe", "plain", "--epochs", "200", "--batch", "8", "--patience", "20", "--folds", "2"),
            List.of("--recipe", "ensemble", "--members", "2", "--hidden", "16", "--epochs", "30", "--metric", "auc"));

    @TempDir
    private static Path shared;

    private static Path table = Path.of("");
    private static final List<Long> MILLISECONDS = new ArrayList<>(); // that each takes undisturbed

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainUndisturbed() throws Exception {
        table = Files.writeString(shared.resolve("rings.csv"), rings(240));
        for (int number = 0; number < OPTIONS.size(); number++) {
            long started = System.nanoTime();
            Process process = start(number, shared.resolve("run" + number), expected(number));
            assertThat(process.waitFor()).isZero();
            MILLISECONDS.add((System.nanoTime() - started) / 1_000_000);
        }
    }

    @Test
    void atTenMomentsByTheClock() throws Exception {
        RandomGenerator random = SplitRandom.of(SEED, 1);
        for (int kill = 0; kill < 10; kill++) {
            int number = kill % OPTIONS.size();
            long moment = random.nextLong(MILLISECONDS.get(number) + 50);
            Process process = start(number, run(kill), model(kill));
            if (!process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            assertGoesOnToTheSameBytes(number, kill, "after " + moment + " ms");
        }
    }

    @Test
    void atSixMomentsAsACheckpointIsBeingWritten() throws Exception {
        RandomGenerator random = SplitRandom.of(SEED, 2);
        for (int kill = 0; kill < 6; kill++) {
            int number = kill % OPTIONS.size();
            int which = 1 + random.nextInt(6);
            killWhenAppears(".checkpoint", which, number, kill, run(kill));
            assertGoesOnToTheSameBytes(number, kill, "at checkpoint " + which);
        }
    }

    @Test
    void atFourMomentsAsTheModelIsBeingWritten() throws Exception {
        for (int kill = 0; kill < 4; kill++) {
            int number = kill % OPTIONS.size();
            killWhenAppears("model" + kill, 1, number, kill, folder);
            assertGoesOnToTheSameBytes(number, kill, "at the model");
        }
    }

    /// Kills the process as soon as it starts for the n-th time to write a file with this in its name.
    private void killWhenAppears(String name, int times, int number, int kill, Path place) throws Exception {
        Files.createDirectories(place);
        try (WatchService watch = place.getFileSystem().newWatchService()) {
            place.register(watch, ENTRY_CREATE);
            Process process = start(number, run(kill), model(kill));
            int seen = 0;
            while (process.isAlive() && seen < times) {
                WatchKey key = watch.poll(100, TimeUnit.MILLISECONDS);
                if (key != null) {
                    for (WatchEvent<?> event : key.pollEvents()) {
                        String created = event.context().toString();
                        seen += created.contains(name) && created.endsWith(".part") ? 1 : 0;
                    }
                    key.reset();
                }
            }
            process.destroyForcibly().waitFor();
        }
    }

    private void assertGoesOnToTheSameBytes(int number, int kill, String moment) throws IOException {
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
