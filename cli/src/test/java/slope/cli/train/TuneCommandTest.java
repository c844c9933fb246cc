package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

class TuneCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theReportHasATableOfTrialsAndTheNestedScore() {
        Ran ran = tune("--trials", "2", "--out", folder.resolve("best.onnx").toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("trial +recipe +accuracy +share +time +settings")
                .containsPattern("1 +plain .* defaults, hidden 4, epochs 2")
                .containsPattern("2 +plain .* hidden 4, learning-rate 0.0\\d+, epochs 2")
                .contains("each row predicted as other rows select", "Saved in ");
        assertThat(ran.err()).contains("slope: trial 1, plain: score ", "slope: trial 2 begins, about ");
        assertThat(Ran.slope("predict", folder.resolve("best.onnx").toString(), Penguins.FILE)
                        .exitCode())
                .isZero();
    }

    @Test
    void eachTrialIsARunOnTheDisk() throws Exception {
        tune("--trials", "1");
        Path trial = folder.resolve("runs/001-plain");
        assertThat(trial.toFile().list())
                .containsExactlyInAnyOrder("request.json", "model.onnx", "report.json", "trial.json");
        assertThat(JSON.std.mapFrom(Files.readString(trial.resolve("report.json"))))
                .containsEntry("report", "training");
        Ran again = Ran.slope(
                "train",
                Penguins.FILE,
                "--request",
                trial.resolve("request.json").toString(),
                "--out",
                folder.resolve("again.onnx").toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(folder.resolve("again.onnx")).hasSameBinaryContentAs(trial.resolve("model.onnx"));
    }

    @Test
    @SuppressWarnings("unchecked") // JSON objects have text for keys.
    void theJsonHasTheSame() throws Exception {
        Ran ran = tune("--trials", "2", "--json");
        Map<String, Object> told = JSON.std.mapFrom(ran.out());
        assertThat(told).containsEntry("report", "tuning");
        assertThat((List<Map<String, Object>>) told.get("trials"))
                .extracting(trial -> trial.get("defaults"))
                .containsExactly(true, false);
        assertThat((Map<String, Object>) told.get("selection")).containsKeys("score", "optimisticScore");
    }

    @Test
    void theSameCommandSaysWhatIsFinishedAlready() {
        tune("--trials", "1");
        assertThat(tune("--trials", "2").err()).startsWith("slope: 1 trial is finished already");
    }

    @Test
    void aModelOfASearchIsNotTrainedAgain() {
        String model = folder.resolve("best.onnx").toString();
        tune("--trials", "1", "--out", model);
        Ran.slope("verify", model, "--data", Penguins.FILE).assertRefused("was selected among several trainings");
        Ran.slope("train", Penguins.FILE, "--like", model).assertRefused("was selected among several trainings");
    }

    /// The record of a selection tells what that of a training does, and intervals and sets are those that were asked
    /// for.
    @Test
    void otherCommandsTakeItsModelAsAnyOther() throws Exception {
        String model = folder.resolve("best.onnx").toString();
        String trial = folder.resolve("runs/001-plain/model.onnx").toString();
        Ran ran = tune("--trials", "2", "--coverage", "0.8", "--out", model);
        assertThat(ran.out()).contains("coverage", "linear model", "interval");
        Ran evaluated = Ran.slope("evaluate", model, Penguins.FILE);
        assertThat(evaluated.out()).contains("The model was trained on this table", "linear model", "Coverage");
        List<String> rows = Files.readAllLines(Path.of(Penguins.FILE));
        Path part = Files.write(folder.resolve("part.csv"), rows.subList(0, 60));
        assertThat(Ran.slope("evaluate", model, part.toString()).out())
                .contains("equal to rows of the training", "trained on most of these rows");
        assertThat(Ran.slope("explain", model, Penguins.FILE).out()).contains("the importance is that of the ");
        Ran.slope("compare", trial, model, Penguins.FILE).assertRefused("learned from the rows of");
        assertThat(Ran.slope("compare", trial, model, Penguins.FILE, "--accept-training-rows")
                        .exitCode())
                .isZero();
        assertThat(Ran.slope("card", model).out())
                .contains("95 % interval", "Where it is weak", "of 2 candidates", "selected by other rows")
                .contains("No single training gives it again")
                .doesNotContain("ot known", "slope verify");
    }

    @Test
    void whatCannotBeUsedIsRefusedInOneSentence() throws Exception {
        tune().assertRefused("slope tune needs an end: --time-limit TIME, such as 20m, or --trials N");
        tune("--trials", "0").assertRefused("at least 1 trial");
        tune("--trials", "1", "--members", "2").assertRefused("the recipe plain has no setting members");
        Ran.slope("tune", Penguins.FILE, "--trials", "1", "--runs", "r").assertRefused("slope tune needs --target");
        Files.writeString(folder.resolve("runs"), "a file");
        tune("--trials", "1").assertRefused("is a file; trials need a folder");
    }

    private Ran tune(String... more) {
        List<String> words = new ArrayList<>(List.of("tune", Penguins.FILE, "--target", "species"));
        words.addAll(List.of("--recipe", "plain", "--hidden", "4", "--epochs", "2", "--folds", "2"));
        words.addAll(List.of("--runs", folder.resolve("runs").toString()));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }
}
