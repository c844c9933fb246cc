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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        Map<String, Object> json = evaluated(classes, Penguins.FILE);
        assertThat(json).containsEntry("report", "evaluation").containsEntry("version", 1);
        assertThat(at(json, "rows", "rows")).isEqualTo(344);
        assertThat(at(json, "task", "kind")).isEqualTo("multiclass");
        int all = 0;
        int right = 0;
        List<?> counts = (List<?>) at(json, "classes", "confusion", 0, "observedByPredicted");
        for (int observed = 0; observed < 3; observed++) {
            for (int predicted = 0; predicted < 3; predicted++) {
                int count = (int) ((List<?>) counts.get(observed)).get(predicted);
                all += count;
                right += observed == predicted ? count : 0;
            }
        }
        assertThat(all).isEqualTo(344);
        assertThat((double) right / all).isEqualTo(at(json, "scores", "metrics", "accuracy"));
        assertThat((List<?>) at(json, "classes", "calibration")).hasSize(3);
    }

    @Test
    void scoresHaveIntervalsByRowsOrByGroups() throws Exception {
        Map<String, Object> json = evaluated(classes, Penguins.FILE);
        double accuracy = (double) at(json, "scores", "metrics", "accuracy");
        assertThat((double) at(json, "scores", "intervals", "metrics", "accuracy", "low"))
                .isLessThanOrEqualTo(accuracy);
        assertThat((double) at(json, "scores", "intervals", "metrics", "accuracy", "high"))
                .isGreaterThanOrEqualTo(accuracy);
        assertThat(at(json, "scores", "intervals", "sampling", "units")).isEqualTo(344);

        Ran grouped = Ran.slope("evaluate", classes, Penguins.FILE, "--group", "island");
        assertThat(grouped.out()).contains("3 groups of \"island\"").contains("Of so few groups");
        assertThat(Ran.slope("evaluate", classes, Penguins.FILE, "--group", "islnd")
                        .err())
                .contains("has no column \"islnd\"");
    }

    @Test
    void numbersAreComparedOnAverageInGroups() throws Exception {
        Map<String, Object> json = evaluated(numbers, Penguins.FILE);
        assertThat(at(json, "numbers", 0, "of")).isEqualTo("body_mass_g");
        List<?> groups = (List<?>) at(json, "numbers", 0, "groups");
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

    @ParameterizedTest
    @ValueSource(strings = {"gamma", "tweedie"})
    void amountsAreScoredByTheirDeviance(String task) throws Exception {
        String amounts = folder.resolve(task + ".onnx").toString();
        Penguins.train("body_mass_g", "--task", task, "--out", amounts);

        Map<String, Object> json = evaluated(amounts, Penguins.FILE);

        String metric = task + "-deviance";
        assertThat(at(json, "numbers", 0, "metrics", metric)).isEqualTo(at(json, "scores", "metrics", metric));
    }

    @Test
    void severalOutputsAreScoredEachByItselfToo() throws Exception {
        String both = Penguins.save("body_mass_g,flipper_length_mm", folder);
        Map<String, Object> json = evaluated(both, Penguins.FILE);
        double squares = 0;
        for (int number = 0; number < 2; number++) {
            double error = (double) at(json, "numbers", number, "metrics", "rmse");
            squares += error * error;
        }
        double ofBoth = (double) at(json, "scores", "metrics", "rmse");
        assertThat(Math.sqrt(squares / 2)).isCloseTo(ofBoth, within(1e-9 * ofBoth));
        assertThat(Ran.slope("evaluate", both, Penguins.FILE).out())
                .containsPattern("column +rmse +mae +mape +r2.*\n +body_mass_g .*\n +flipper_length_mm ");
    }

    private static Map<String, Object> evaluated(String model, String rows) throws IOException {
        return JSON.std.mapFrom(Ran.slope("evaluate", model, rows, "--json").out());
    }

    /// A value within, by keys of objects and numbers of lists.
    private static Object at(Object json, Object... path) {
        Object at = json;
        for (Object step : path) {
            at = step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step);
        }
        return at;
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
        Map<String, Object> json = evaluated(model, table.toString());
        double wrong = 0;
        for (int label = 0; label < 2; label++) {
            Object counts = at(json, "classes", "confusion", label, "observedByPredicted");
            wrong += ((int) at(counts, 1, 0) + (int) at(counts, 0, 1)) / 60.0;
        }
        assertThat(wrong / 2).isCloseTo((double) at(json, "scores", "metrics", "hamming-loss"), within(1e-12));
        assertThat(Ran.slope("evaluate", model, table.toString()).out())
                .containsPattern("label +TP +FN +FP +TN\n +late .*\n +third ");
    }

    @Test
    void quantilesTellHowManyRowsLieBelow() throws Exception {
        String model = folder.resolve("quantiles.onnx").toString();
        Penguins.train("body_mass_g", "--quantiles", "0.1,0.9", "--out", model);
        Map<String, Object> json = evaluated(model, Penguins.FILE);
        double low = (double) at(json, "numbers", 0, "quantiles", 0, "observed");
        double high = (double) at(json, "numbers", 0, "quantiles", 1, "observed");
        double coverage = (double) at(json, "scores", "metrics", "coverage");
        assertThat(high - low).isCloseTo(coverage, within(0.01));
    }

    @Test
    void rowsWithoutAnAnswerAreLeftOut() {
        Ran ran = Ran.slope("evaluate", numbers, Penguins.FILE);
        assertThat(ran.out()).contains("342 of ../examples/penguins.csv, 2 without a target left out", "rmse");
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
                    .contains("<svg", "light-dark(", "@media print", "training loss")
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
        assertThat(at(evaluated(model.toString(), Penguins.FILE), "rows", "trainedOn"))
                .isEqualTo(true);
        Path nearly = folder.resolve("nearly.csv");
        String table = Files.readString(Path.of(Penguins.FILE));
        Files.writeString(nearly, table.replaceFirst("39\\.1", "39.2"));
        assertThat(Ran.slope("evaluate", model.toString(), nearly.toString()).out())
                .contains("343 of 344 rows are equal to rows of the training", "training scores");
        Path others = folder.resolve("others.csv");
        Files.writeString(others, table.replaceAll("(\\d\\d)\\.(\\d)", "$1.$20125"));
        assertThat(Ran.slope("evaluate", model.toString(), others.toString()).out())
                .doesNotContain("training scores");
    }
}
