package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// A saved model is scored on rows whose answers are known.
class EvaluateCommandTest {
    @TempDir
    private static Path folder;

    private static String classes = "";
    private static String numbers = "";

    @BeforeAll
    static void train() {
        classes = Penguins.save("species", folder);
        numbers = Penguins.save("body_mass_g", folder);
    }

    @Test
    void classesAreScoredWithTheirConfusionAndCalibration() throws Exception {
        Ran ran = Ran.slope("evaluate", classes, Penguins.FILE, "--json");
        Map<String, Object> json = JSON.std.mapFrom(ran.out());
        assertThat(json).containsEntry("rows", 344).containsEntry("task", "multiclass");
        Map<?, ?> confusion = (Map<?, ?>) json.get("confusion");
        int all = 0;
        int right = 0;
        List<?> counts = (List<?>) confusion.get("actualByPredicted");
        for (int actual = 0; actual < 3; actual++) {
            for (int predicted = 0; predicted < 3; predicted++) {
                int count = (int) ((List<?>) counts.get(actual)).get(predicted);
                all += count;
                right += actual == predicted ? count : 0;
            }
        }
        assertThat(all).isEqualTo(344);
        assertThat((double) right / all).isEqualTo(((Map<?, ?>) json.get("metrics")).get("accuracy"));
        assertThat((List<?>) json.get("calibration")).hasSize(3);
    }

    @Test
    void numbersAreComparedOnAverageInGroups() throws Exception {
        Map<String, Object> json = JSON.std.mapFrom(
                Ran.slope("evaluate", numbers, Penguins.FILE, "--json").out());
        Map<?, ?> mass = (Map<?, ?>) ((List<?>) json.get("groups")).getFirst();
        assertThat(mass.get("of")).isEqualTo("body_mass_g");
        List<?> groups = (List<?>) mass.get("groups");
        assertThat(groups).hasSize(10);
        int rows = 0;
        double said = 0;
        for (Object each : groups) {
            Map<?, ?> group = (Map<?, ?>) each;
            assertThat((double) group.get("predicted")).isGreaterThanOrEqualTo(said);
            said = (double) group.get("predicted");
            rows += (int) group.get("rows");
        }
        assertThat(rows).isEqualTo(342);
        assertThat(Ran.slope("evaluate", numbers, Penguins.FILE).out()).contains("means of body_mass_g", "group 10");
    }

    @Test
    void severalOutputsAreScoredEachByItselfToo() throws Exception {
        String both = Penguins.save("body_mass_g,flipper_length_mm", folder);
        Map<String, Object> json = JSON.std.mapFrom(
                Ran.slope("evaluate", both, Penguins.FILE, "--json").out());
        double squares = 0;
        for (Object each : (List<?>) json.get("outputs")) {
            double error = (double) ((Map<?, ?>) ((Map<?, ?>) each).get("metrics")).get("rmse");
            squares += error * error;
        }
        double ofBoth = (double) ((Map<?, ?>) json.get("metrics")).get("rmse");
        assertThat(Math.sqrt(squares / 2)).isCloseTo(ofBoth, within(1e-9 * ofBoth));
        assertThat(Ran.slope("evaluate", both, Penguins.FILE).out())
                .containsPattern("each output +rmse +mae +mape +r2 .*\n +body_mass_g .*\n +flipper_length_mm ");
    }

    /// The rows, which are not there either, are not yet asked for.
    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeAnythingIsRead() {
        String page = folder.resolve("no folder").resolve("report.html").toString();
        Ran.slope("evaluate", classes, "no rows.csv", "--report", page).assertRefused("no folder");
        Ran.slope("evaluate", classes, "no rows.csv", "--report", classes).assertRefused("would be written over");
    }

    @Test
    void labelsAreScoredEachByItselfToo() throws Exception {
        Path table = folder.resolve("labels.csv");
        String rows = IntStream.range(0, 60)
                .mapToObj(row -> "%d,%d,%d".formatted(row, row / 40, row % 3 / 2))
                .collect(Collectors.joining("\n"));
        Files.writeString(table, "x,late,third\n" + rows + "\n");
        String model = folder.resolve("labels.onnx").toString();
        Ran.slope(
                "train",
                table.toString(),
                "--target",
                "late,third",
                "--recipe",
                "plain",
                "--epochs",
                "3",
                "--keep",
                "x",
                "--out",
                model);
        Map<String, Object> json = JSON.std.mapFrom(
                Ran.slope("evaluate", model, table.toString(), "--json").out());
        List<?> outputs = (List<?>) json.get("outputs");
        assertThat(outputs).hasSize(2);
        double wrong = 0;
        for (Object each : outputs) {
            List<?> counts = (List<?>) ((Map<?, ?>) ((Map<?, ?>) each).get("confusion")).get("actualByPredicted");
            int missed = (int) ((List<?>) counts.get(1)).get(0);
            int mistaken = (int) ((List<?>) counts.get(0)).get(1);
            double accuracy = (double) ((Map<?, ?>) ((Map<?, ?>) each).get("metrics")).get("accuracy");
            assertThat((missed + mistaken) / 60.0).isCloseTo(1 - accuracy, within(1e-12));
            wrong += 1 - accuracy;
        }
        assertThat(wrong / 2).isCloseTo((double) ((Map<?, ?>) json.get("metrics")).get("hamming-loss"), within(1e-12));
        assertThat(Ran.slope("evaluate", model, table.toString()).out())
                .containsPattern("label +TP +FN +FP +TN\n +late .*\n +third ");
    }

    @Test
    void quantilesTellHowManyRowsLieBelow() throws Exception {
        String model = folder.resolve("quantiles.onnx").toString();
        Penguins.train("body_mass_g", "--quantiles", "0.1,0.9", "--out", model);
        Map<String, Object> json = JSON.std.mapFrom(
                Ran.slope("evaluate", model, Penguins.FILE, "--json").out());
        List<?> quantiles = (List<?>) json.get("quantiles");
        double low = (double) ((Map<?, ?>) quantiles.getFirst()).get("share");
        double high = (double) ((Map<?, ?>) quantiles.getLast()).get("share");
        double coverage = (double) ((Map<?, ?>) json.get("metrics")).get("coverage");
        assertThat(high - low).isCloseTo(coverage, within(0.01));
        Path page = folder.resolve("quantiles.html");
        Ran.slope("evaluate", model, Penguins.FILE, "--report", page.toString());
        assertThat(Files.readString(page)).containsPattern("<th>coverage</th>.*<td>neither</td>");
    }

    @Test
    void rowsWithoutAnAnswerAreLeftOut() {
        Ran ran = Ran.slope("evaluate", numbers, Penguins.FILE);
        assertThat(ran.out()).contains("342 rows of ../examples/penguins.csv, 2 without a target left out", "rmse");
    }

    @Test
    void aFileWithoutAnswersIsTold() throws Exception {
        Path rows = folder.resolve("none.csv");
        Files.writeString(rows, """
            species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex
            ,Biscoe,48,14,220,5000,male
            """);
        Ran ran = Ran.slope("evaluate", classes, rows.toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("has no value for species in any row");
    }

    @Test
    void theReportIsOnePageThatLoadsNothing() throws Exception {
        for (String model : List.of(classes, numbers)) {
            Path page = folder.resolve("report.html");
            assertThat(Ran.slope("evaluate", model, Penguins.FILE, "--report", page.toString())
                            .exitCode())
                    .isZero();
            String html = Files.readString(page);
            assertThat(html)
                    .contains("<svg", "prefers-color-scheme: dark", "@media print", "training loss")
                    .doesNotContain("http:", "https:", "<script", "src=", "NaN");
        }
    }

    /// They are known by their hash, also where a column was not read.
    @Test
    void theRowsThatTheModelLearnedFromAreKnown() throws IOException {
        Path model = folder.resolve("of-these.onnx");
        assertThat(Penguins.train("species", "--ignore", "island", "--out", model.toString())
                        .exitCode())
                .isZero();

        assertThat(Ran.slope("evaluate", model.toString(), Penguins.FILE).out())
                .contains("The model was trained on this table");
        assertThat(JSON.std.mapFrom(Ran.slope("evaluate", model.toString(), Penguins.FILE, "--json")
                        .out()))
                .containsEntry("trainedOnThese", true);
        Path others = folder.resolve("others.csv");
        Files.writeString(others, Files.readString(Path.of(Penguins.FILE)).replaceFirst("39\\.1", "39.2"));
        assertThat(Ran.slope("evaluate", model.toString(), others.toString()).out())
                .doesNotContain("training scores");
    }
}
