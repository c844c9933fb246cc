package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search is killed in the middle; the same command goes on and ends with the same bytes.
@Tag("long")
class KilledTuningTest {
    private static final int TRIALS = 3;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void searchUndisturbed() throws Exception {
        Process process =
                Launched.slope(shared.resolve("out"), arguments(shared.resolve("runs"), shared.resolve("model.onnx")));
        assertThat(Patience.exitCode(process)).isZero();
    }

    @Test
    void inTheFirstTrial() throws Exception {
        killOnce("001-plain/checkpoints/b.checkpoint");
    }

    @Test
    void inALaterTrial() throws Exception {
        killOnce("002-plain/checkpoints/a.checkpoint");
    }

    @Test
    void betweenATrialsModelAndItsEnd() throws Exception {
        killOnce("002-plain/model.onnx");
    }

    @Test
    void betweenTwoTrials() throws Exception {
        killOnce("001-plain/trial.json");
    }

    /// Kills the search as soon as a file is there, then lets it go on.
    private void killOnce(String file) throws Exception {
        Path runs = folder.resolve("runs");
        Path model = folder.resolve("model.onnx");
        Process process = Launched.slope(folder.resolve("out"), arguments(runs, model));
        Patience.await(
                process,
                () -> Files.exists(runs.resolve(file)) || !process.isAlive(),
                () -> Files.readString(folder.resolve("out")));
        Patience.exitCode(process.destroyForcibly());

        Ran ran = Ran.slope(arguments(runs, model));

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(model).hasSameBinaryContentAs(shared.resolve("model.onnx"));
        for (int trial = 1; trial <= TRIALS; trial++) {
            Path ofTrial = Path.of("00" + trial + "-plain", "model.onnx");
            assertThat(runs.resolve(ofTrial))
                    .hasSameBinaryContentAs(shared.resolve("runs").resolve(ofTrial));
        }
    }

    private static String[] arguments(Path runs, Path model) throws IOException {
        String table = Path.of(Penguins.FILE).toRealPath().toString(); // the other process has another folder
        List<String> arguments = new ArrayList<>(List.of("tune", table, "--target", "species"));
        arguments.addAll(List.of("--recipe", "plain", "--hidden", "8", "--epochs", "60", "--folds", "2"));
        arguments.addAll(List.of("--trials", Integer.toString(TRIALS)));
        arguments.addAll(List.of("--runs", runs.toString(), "--out", model.toString()));
        return arguments.toArray(String[]::new);
    }
}
