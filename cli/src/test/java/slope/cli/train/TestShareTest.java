package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Coins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// `--test-share` holds rows out and scores them after the training.
class TestShareTest {
    @TempDir
    private Path folder;

    private Ran train(String... more) throws IOException {
        Path table = Coins.write(folder, 300);
        List<String> words = new ArrayList<>(List.of("train", table.toString(), "--target", "side"));
        words.addAll(List.of("--recipe", "plain", "--epochs", "5", "--test-share", "0.2"));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }

    @Test
    @SuppressWarnings("unchecked") // JSON objects have text for keys.
    void theRowsAndTheirScoresAreNamedInTheJson() throws IOException {
        Path predictions = folder.resolve("p.csv");
        Ran ran = train("--json", "--predictions", predictions.toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        Map<String, Object> told = JSON.std.mapFrom(ran.out());
        Map<String, Object> scores = (Map<String, Object>) told.get("scores");
        Map<String, Object> split = (Map<String, Object>) ((Map<String, Object>) told.get("data")).get("split");
        assertThat((Map<String, Object>) split.get("test"))
                .containsEntry("rows", 60)
                .containsEntry("share", 0.2);
        assertThat((Map<String, Object>) scores.get("test"))
                .containsEntry("rows", 60)
                .containsKeys("metrics", "baseline");
        assertThat((Map<String, Object>) scores.get("validation")).containsEntry("rows", 48);
        assertThat(scores).containsKey("chosenBy"); // which makes validation scores optimistic
        assertThat(Files.readAllLines(predictions).stream().filter(line -> line.contains(",test,")))
                .hasSize(60);
    }

    @Test
    void theReportShowsThemBesideValidationAndSaysWhichScoresAreOptimistic() throws IOException {
        Ran ran = train();
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("60 test rows: held out of ", " (stratified)")
                .contains("validation scores are optimistic: these rows chose the best epoch")
                .containsPattern("training +validation +baseline +test +baseline");
    }

    @Test
    void aFileOfTestRowsAtOnceIsRefused() throws IOException {
        Ran ran = train("--test", folder.resolve("coins.csv").toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("a file of test rows and a share of test rows are two choices; take one of them");
        assertThat(train("--test-share", "1.5").err()).contains("--test-share");
    }

    @Test
    void verifyTrainsWithTheSameShareAgain() throws IOException {
        Path model = folder.resolve("m.onnx");
        assertThat(train("--out", model.toString()).exitCode()).isZero();
        Ran verified = Ran.slope(
                "verify",
                model.toString(),
                "--data",
                folder.resolve("coins.csv").toString());
        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(Ran.slope("inspect", model.toString()).out())
                .contains("test share: 0.2")
                .containsPattern("60 test rows held out +test +baseline\n +accuracy +0\\.");
        assertThat(Ran.slope("inspect", model.toString(), "--json").out()).contains("\"test\" : {");
    }
}
