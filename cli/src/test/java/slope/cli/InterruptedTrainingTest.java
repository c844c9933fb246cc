package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody ends a training by Ctrl-C, or the system does. The trainings here would take far longer than
/// the tests wait for their end in order.
class InterruptedTrainingTest {
    @TempDir
    private Path folder;

    private Path out = Path.of("");
    private Path model = Path.of("");
    private Path run = Path.of("");

    @BeforeEach
    void name() {
        out = folder.resolve("out.txt");
        model = folder.resolve("model.onnx");
        run = folder.resolve("run");
    }

    @Test
    void controlCKeepsTheBestSoFarAndSaysHowToGoOn() throws Exception {
        Process process = start("--epochs", "1000000", "--checkpoint", run.toString(), "--out", model.toString());
        await(process, run.resolve("b.checkpoint")); // the second one comes after an epoch

        int exitCode = interrupt(process);

        assertThat(exitCode).as(said()).isEqualTo(130);
        assertThat(said())
                .containsPattern(
                        "slope: interrupted in epoch \\d+ of 1000000; the best so far, of epoch \\d+, is saved in ")
                .contains("resume with: slope train examples/penguins.csv --resume " + run + " --out " + model);
        assertThat(Ran.slope("inspect", model.toString()).out())
                .containsPattern("interrupted +in epoch \\d+ of 1000000");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("out.txt", "model.onnx", "run");
    }

    /// A single epoch of one row a batch takes minutes here.
    @Test
    void anEpochIsNotWaitedFor() throws Exception {
        Path table = folder.resolve("long.csv");
        Files.writeString(table, "x,y\n" + "1,2\n2,1\n3,5\n4,4\n".repeat(20_000));
        Process process = Launched.slope(
                out,
                "train",
                table.toString(),
                "--target=y",
                "--task=regression",
                "--batch=1",
                "--checkpoint=" + run,
                "--out=" + model);
        await(process, run.resolve("a.checkpoint")); // after the first batch

        int exitCode = interrupt(process);

        assertThat(exitCode).as(said()).isEqualTo(130);
        assertThat(said()).contains("interrupted in epoch 1 of ", "" + model + " is not written");
        assertThat(model).doesNotExist();
    }

    @Test
    void aTerminatedTrainingEndsAlikeAndSaysThatNothingIsKept() throws Exception {
        Process process = start("--epochs=10000", "--out=" + model);
        awaitText(process, "epoch 1000 of 10000"); // a tenth of the way

        process.destroy(); // SIGTERM

        assertThat(Patience.exitCode(process)).isEqualTo(143);
        assertThat(said())
                .contains("interrupted in epoch ", "there is no checkpoint to resume from (see --checkpoint)");
        assertThat(model).exists();
    }

    /// A million rows take more than half a second before the first step.
    @Test
    void whileTheTableIsReadTheEndIsInOrderToo() throws Exception {
        Path table = folder.resolve("long.csv");
        Files.writeString(table, "x,y\n" + "1,2\n2,1\n3,5\n4,4\n".repeat(250_000));
        Process process =
                Launched.slope(out, "train", table.toString(), "--target=y", "--checkpoint=" + run, "--out=" + model);
        await(process, run.resolve("lock"));

        process.destroy(); // SIGTERM

        assertThat(Patience.exitCode(process)).as(said()).isEqualTo(143);
        assertThat(said())
                .contains("slope: interrupted before training; " + model
                        + " is not written; there is no checkpoint to resume from\n");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("out.txt", "long.csv");
    }

    private Process start(String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("train", "examples/penguins.csv", "--target", "species", "--recipe", "plain"));
        arguments.addAll(List.of(more));
        return Launched.slope(out, arguments.toArray(String[]::new));
    }

    private static int interrupt(Process process) throws Exception {
        ControlC.send(process);
        return Patience.exitCode(process);
    }

    private void await(Process process, Path file) throws Exception {
        Patience.await(process, () -> Files.exists(file), this::said);
    }

    private void awaitText(Process process, String text) throws Exception {
        Patience.await(process, () -> said().contains(text), this::said);
    }

    private String said() throws IOException {
        return new String(Files.readAllBytes(out), StandardCharsets.UTF_8); // also in the middle of a character
    }
}
