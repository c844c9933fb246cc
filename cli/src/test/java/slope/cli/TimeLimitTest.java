package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.train.Interruption;
import slope.run.Stopwatch;
import tools.jackson.jr.ob.JSON;

/// `--time-limit` on a clock of the test's own.
class TimeLimitTest {
    @TempDir
    private Path folder;

    private static Ran train(Stopwatch stopwatch, String... more) {
        List<String> words = new ArrayList<>(
                List.of("train", Penguins.FILE, "--target", "species", "--recipe", "plain", "--hidden", "4"));
        words.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                stopwatch,
                Interruption.none(),
                new PrintWriter(out),
                new PrintWriter(err),
                words.toArray(String[]::new));
        return new Ran(exitCode, out.toString(), err.toString());
    }

    /// Each time that somebody looks at the clock, so much more has passed.
    private static Stopwatch passing(Duration ofLook) {
        AtomicLong clock = new AtomicLong();
        return new Stopwatch(() -> clock.addAndGet(ofLook.toNanos()), 0);
    }

    @Test
    void theTimeBeforeTheCommandBeganCounts() {
        Path model = folder.resolve("model.onnx");
        Stopwatch anHourAgo = new Stopwatch(() -> Duration.ofHours(1).toNanos(), 0);
        Ran ran = train(anHourAgo, "--time-limit", "30m", "--out", model.toString());

        ran.assertRefused("the time limit of 30 min is over before ../examples/penguins.csv is read: reading, one epoch"
                + " and scoring may take at least ");
        assertThat(model).doesNotExist();
    }

    @Test
    void anEpochThatDoesNotFitInIsRefused() {
        Path model = folder.resolve("model.onnx");
        Ran ran = train(passing(Duration.ofSeconds(30)), "--time-limit", "3m", "--out", model.toString());

        ran.assertRefused("the time limit of 180 s is ");
        assertThat(ran.err()).containsPattern("reading, one epoch and scoring (may )?take about \\d+ min");
        assertThat(model).doesNotExist();
    }

    @Test
    void trainingEndsInTimeForAllThatComesBehindIt() throws Exception {
        Path model = folder.resolve("model.onnx");
        Path predictions = folder.resolve("predictions.csv");
        Stopwatch stopwatch = passing(Duration.ofMillis(20));
        Ran ran = train(
                stopwatch,
                "--time-limit",
                "60s",
                "--epochs",
                "100000",
                "--test",
                Penguins.FILE,
                "--out",
                model.toString(),
                "--predictions",
                predictions.toString(),
                "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(stopwatch.passed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(62));
        assertThat(((Map<?, ?>) JSON.std.mapFrom(ran.out()).get("scores")).get("test"))
                .isNotNull();
        assertThat(Files.readAllLines(predictions)).hasSize(1 + 2 * 344);
        assertThat(Ran.slope("inspect", model.toString()).out()).contains("time limit       1 min 0 s");
    }

    @Test
    void explainingSettingsTakesNoTimeToSpeakOf() {
        Ran ran = train(passing(Duration.ofHours(1)), "--time-limit", "1s", "--explain-settings");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }
}
