package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// Trainings with rates that are far too large.
class RecoveryTest {
    @TempDir
    private Path folder;

    @Test
    void aDivergingTrainingNamesTheLayerAndWhatToTry() {
        Ran ran = train("--learning-rate", "1e3");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines().toList().getLast())
                .containsPattern("slope: training diverged in epoch \\d+, batch \\d+: .* became infinite or NaN;"
                        + " the largest number before was [0-9.e]+, the last loss [0-9.e]+;"
                        + " try a learning rate well below 1000, or --recover");
    }

    @Test
    void oneThatRecoversSaysSoAndHasItInItsRecord() {
        Path model = folder.resolve("model.onnx");
        Ran ran = train("--learning-rate", "20", "--recover", "--out", model.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("slope: training diverged in epoch 1", "back to the start, learning rates × 0.25");
        assertThat(ran.out()).contains("diverged in epoch 1, batch ", "learning rates × 0.25");
        assertThat(Ran.slope("inspect", model.toString()).out())
                .containsPattern(
                        "recovered +diverged in epoch 1, batch \\d+: back to the start, learning rates × 0.25");
        assertThat(Ran.slope("verify", model.toString(), "--data", "../examples/penguins.csv")
                        .exitCode())
                .isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void programsGetTheRecoveriesAsNumbers() throws Exception {
        Map<String, Object> report = JSON.std.mapFrom(
                train("--learning-rate", "20", "--recover", "--json").out());
        Map<String, Object> training = (Map<String, Object>) report.get("training");
        List<Map<String, Object>> networks = (List<Map<String, Object>>) training.get("networks");
        List<Map<String, Object>> recoveries =
                (List<Map<String, Object>>) networks.getFirst().get("recoveries");

        assertThat(recoveries.getFirst())
                .containsEntry("epoch", 1)
                .containsEntry("backTo", 0)
                .containsEntry("rateMultiplier", 0.25)
                .containsKey("batch");
    }

    private static Ran train(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                "../examples/penguins.csv",
                "--target=body_mass_g",
                "--recipe=plain",
                "--optimizer=sgd",
                "--epochs=10"));
        arguments.addAll(List.of(more));
        return Ran.slope(arguments.toArray(String[]::new));
    }
}
