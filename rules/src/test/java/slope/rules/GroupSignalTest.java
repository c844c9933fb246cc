package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A signal to all processes of a training at once, as from a terminal, `timeout` or systemd.
@Tag("long")
class GroupSignalTest {
    private static final long MOST_SECONDS = 600;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    @EnabledOnOs(OS.LINUX) // whose `setsid` starts a group
    void theLastSentenceArrives(String signal, int exitCode) throws Exception {
        Checkout checkout = Checkout.built();
        Path err = folder.resolve("err.txt");
        Path model = folder.resolve("model.onnx");
        // What runs the tests may ignore some of these signals, and its children would do so too.
        Process training = Checkout.process(
                        checkout.root(),
                        "env",
                        "--default-signal=INT,TERM,HUP",
                        "setsid",
                        "./slope",
                        "train",
                        "examples/penguins.csv",
                        "--target=species",
                        "--recipe=plain",
                        "--epochs=10000000",
                        "--out=" + model)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(err.toFile())
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
            while (!Files.readString(err).contains("epoch ")) {
                assertThat(training.isAlive()).as(Files.readString(err)).isTrue();
                assertThat(System.nanoTime()).as("no epoch ended").isLessThan(end);
                Thread.sleep(20);
            }

            Checkout.run(folder, "bash", "-c", "kill -" + signal + " -- -" + training.pid())
                    .succeeded();

            assertThat(training.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
            // Read at once: nothing may be under way any more.
            assertThat(Files.readString(err))
                    .contains("slope: interrupted in epoch ", "is saved in " + model)
                    .doesNotContain("WARNING");
            assertThat(training.exitValue()).isEqualTo(exitCode);
            checkout.slope("inspect", model.toString()).succeeded();
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("err.txt", "out.txt", "model.onnx");
        } finally {
            training.destroyForcibly();
        }
    }
}
