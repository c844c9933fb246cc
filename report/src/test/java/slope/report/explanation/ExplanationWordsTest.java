package slope.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.explain.ColumnGroup;
import slope.explain.Wanted;
import slope.fit.Estimator;
import slope.recipe.Recipe;
import slope.report.Trained;
import slope.run.ModelAndRows;
import slope.run.TrainingRequest;
import slope.table.DataException;
import slope.tables.ReadOptions;
import slope.target.TargetChoice;
import slope.target.TargetKind;
import slope.target.Threshold;

/// What an explanation says is what was done.
class ExplanationWordsTest {
    private static final ExplanationRequest USUAL = ExplanationRequest.usual();

    @TempDir
    private Path folder;

    /// Numbers x and z, the labels l1 by x and l2 by z, and a column that no model reads.
    private Path table(String name, int rows, double scale) throws IOException {
        StringBuilder text = new StringBuilder("x,z,l1,l2,y3\n");
        for (int row = 0; row < rows; row++) {
            int x = row * 7 % 20;
            int z = row * 3 % 17;
            text.append(x * scale + "," + z + (x > 9 ? ",yes" : ",no") + (z > 8 ? ",yes" : ",no") + ",1\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private ModelAndRows trained(TargetChoice target, Path rows) throws Exception {
        Path model = folder.resolve("model.onnx");
        Estimator estimator = Slope.predict(target)
                .columns("x", "z")
                .recipe(Recipe.plain().hidden(List.of(8)).epochs(30));
        Trained.run(TrainingRequest.of(table("training.csv", 200, 1).toString(), estimator)
                .model(model));
        return ModelAndRows.read(model, rows.toString(), ReadOptions.none());
    }

    private static ExplanationRequest.Columns by(String column) {
        return new ExplanationRequest.Columns(List.of(), List.of(), List.of(), Optional.of(column));
    }

    @Test
    void aWantedLabelIsTheOneThatIsShown() throws Exception {
        ModelAndRows labels = trained(TargetChoice.of("l1", "l2").kind(TargetKind.MULTILABEL), table("r.csv", 60, 1));
        ExplanationReport report = ExplanationReport.of(
                labels,
                USUAL.row(new ExplanationRequest.OneRow(
                        Optional.of(1), Optional.of(new Wanted.OfClass("l2")), Set.of())));

        assertThat(report.model().output()).isEqualTo("l2");
        assertThat(report.text(80).replace('\n', ' '))
                .contains(
                        "l1 no, l2 no is predicted; the probability of l2",
                        "another category, or a missing value, costs 1",
                        "Probability of l2");
        assertThat(report.counterfactuals().orElseThrow().found())
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(found.prediction()).startsWith("l1 ").endsWith(", l2 yes"));
    }

    /// With a threshold the class of the larger probability need not be the predicted one.
    @Test
    void thePredictedClassAndUnusualValuesAreSaid() throws Exception {
        Path far = table("far.csv", 60, 5);
        ModelAndRows high = trained(TargetChoice.of("l1").threshold(new Threshold.Given(0.999)), far);
        ExplanationReport report = ExplanationReport.of(high, Explained.row(3));

        String prediction = report.attributions().rows().getFirst().prediction();
        assertThat(report.text(80).replace('\n', ' '))
                .contains(
                        "Row 3: " + prediction + " is predicted; the probability of yes is predicted as",
                        "Outside the training range: x.",
                        "No other value of one column, or of two of the eight that come nearest by themselves,");
        assertThat(ExplanationReport.of(high, Explained.row(1)).text(80)).doesNotContain("Outside the training range");
    }

    @Test
    void ratesNameTheirClassWithinTheWidth() throws Exception {
        ModelAndRows model = trained(TargetChoice.of("l1"), table("r.csv", 60, 1));
        String text =
                ExplanationReport.of(model, Explained.row(1).columns(by("z"))).text(80);

        assertThat(text.replace('\n', ' '))
                .contains("How often class yes occurs and is predicted", "The probability of class yes. If calibrated");
        assertThat(text.lines().filter(line -> line.contains("observed") || line.contains("mean probability")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("TP rate", "FP rate"))
                .anySatisfy(line -> assertThat(line).contains("calibration error", "if calibrated"));
    }

    @Test
    void oneRowTellsNothing() throws Exception {
        Path unseen = Files.writeString(folder.resolve("r.csv"), "x,z,l1,l2,y3\n0.5,0,no,no,1\n");
        ModelAndRows model = trained(TargetChoice.of("l1"), unseen);
        assertThat(ExplanationReport.of(model, USUAL).text(80).replace('\n', ' '))
                .contains("What moves predictions cannot be told by one row")
                .doesNotContain("Contributions", "Importance ", "1 rows");
        ExplanationReport row = ExplanationReport.of(model, Explained.row(1));
        assertThat(row.text(80).replace('\n', ' '))
                .contains("Why cannot be told by one row")
                .doesNotContain("raises it by", "moves by", "1 rows");
        assertThat(row.page()).contains("Why cannot be told by one row").doesNotContain("moves by");
    }

    @Test
    void columnsThatAreNotReadAndTargetsThatLackAreNamed() throws Exception {
        ModelAndRows model = trained(TargetChoice.of("l1"), table("r.csv", 60, 1));
        assertThatThrownBy(() -> ExplanationReport.of(
                        model,
                        USUAL.columns(
                                new ExplanationRequest.Columns(List.of(), List.of("y3"), List.of(), Optional.empty()))))
                .isInstanceOf(DataException.class)
                .hasMessage("the model does not read column \"y3\"; it reads x, z");
        assertThatThrownBy(() -> ExplanationReport.of(
                        model,
                        USUAL.columns(new ExplanationRequest.Columns(
                                List.of(ColumnGroup.of("x", "y3")), List.of(), List.of(), Optional.empty()))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not read column \"y3\"");

        Path bare = Files.writeString(folder.resolve("bare.csv"), "x,z\n1,2\n3,4\n");
        ModelAndRows rows = ModelAndRows.read(model.path(), bare.toString(), ReadOptions.none());
        assertThatThrownBy(() -> ExplanationReport.of(rows, USUAL.columns(by("z"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bare.csv lacks \"l1\"; scores by \"z\" compare predictions");
    }
}
