package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;

/// `slope train --recipe best` is a search that tries defaults alone.
class BestOfRecipesTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void itTrainsBothRecipesAndSavesTheSelectedModel() {
        Path model = folder.resolve("best.onnx");
        Ran ran = train(
                "--out",
                model.toString(),
                "--checkpoint",
                folder.resolve("runs").toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("1 +tuned .* defaults")
                .containsPattern("2 +ensemble .* defaults")
                .contains("selected", "Saved in ");
        assertThat(folder.resolve("runs/002-ensemble/model.onnx")).exists();

        Path again = folder.resolve("again.onnx");
        train("--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(model);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("best.onnx", "again.onnx", "runs");
    }

    @Test
    void whatIsOfOneTrainingIsRefused() {
        for (String option : List.of("--events=e", "--predictions=p.csv", "--print-request", "--explain-settings")) {
            train(option).assertRefused("and %s is of one; leave it out".formatted(option.replaceAll("=.*", "")));
        }
        train("--refit").assertRefused("a refit leaves none");
        train("--start-from", "m.onnx").assertRefused("--start-from goes with the recipe plain");
    }

    private static Ran train(String... more) {
        List<String> words =
                new ArrayList<>(List.of("train", Penguins.FILE, "--target", "species", "--recipe", "best"));
        words.addAll(List.of("--hidden", "8", "--epochs", "2"));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }
}
