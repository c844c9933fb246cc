package slope.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// A saved model scored, and traced.
class UsingModelsTest {
    private static final String PENGUINS = "../examples/penguins.csv";

    @TempDir
    private static Path folder;

    private static String classes = "";
    private static String numbers = "";

    @BeforeAll
    static void train() {
        classes = folder.resolve("classes.onnx").toString();
        numbers = folder.resolve("numbers.onnx").toString();
        Ran.slope(
                "train",
                PENGUINS,
                "--target",
                "species",
                "--recipe",
                "plain",
                "--epochs",
                "5",
                "--hidden",
                "4",
                "--out",
                classes);
        Ran.slope(
                "train",
                PENGUINS,
                "--target",
                "body_mass_g",
                "--recipe",
                "plain",
                "--epochs",
                "5",
                "--hidden",
                "4",
                "--out",
                numbers);
    }

    @Test
    void classesAreScoredWithTheirConfusionAndCalibration() throws Exception {
        Ran ran = Ran.slope("evaluate", classes, PENGUINS, "--json");
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
    void rowsWithoutAnAnswerAreLeftOut() {
        Ran ran = Ran.slope("evaluate", numbers, PENGUINS);
        assertThat(ran.out()).contains("342 rows of ../examples/penguins.csv, 2 without an answer left out", "rmse");
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
            assertThat(Ran.slope("evaluate", model, PENGUINS, "--report", page.toString())
                            .exitCode())
                    .isZero();
            String html = Files.readString(page);
            assertThat(html)
                    .contains("<svg", "prefers-color-scheme: dark", "@media print", "training loss")
                    .doesNotContain("http:", "https:", "<script", "src=", "NaN");
        }
    }

    @Test
    void aTraceEndsInThePrediction() throws Exception {
        Map<String, Object> json =
                JSON.std.mapFrom(Ran.slope("trace", classes, PENGUINS, "--row", "17", "--target", "--json")
                        .out());
        List<?> layers = (List<?>) ((Map<?, ?>) ((List<?>) json.get("networks")).getFirst()).get("layers");
        List<?> logits = (List<?>) ((Map<?, ?>) layers.getLast()).get("outputs");
        double first = Math.exp(((Number) logits.get(0)).doubleValue());
        double sum = logits.stream()
                .mapToDouble(each -> Math.exp(((Number) each).doubleValue()))
                .sum();
        Map<?, ?> prediction = (Map<?, ?>) json.get("prediction");
        assertThat(Double.parseDouble((String) prediction.get("probability_Adelie")))
                .isCloseTo(first / sum, within(1e-5));
        assertThat(((Map<?, ?>) layers.getFirst()).get("gradients")).isNotNull();
    }

    @Test
    void aTraceWritesEveryProductOut() {
        Ran ran = Ran.slope("trace", classes, PENGUINS, "--row", "1", "--target");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Columns to inputs", "Layer 1: 4 relu", "unit 4: ", "Layer 2 back", "gradient");
    }

    @Test
    void aTraceOfAnEnsembleShowsEachMember() throws Exception {
        String ensemble = folder.resolve("ensemble.onnx").toString();
        Ran trained = Ran.slope(
                "train",
                PENGUINS,
                "--target",
                "species",
                "--recipe",
                "ensemble",
                "--members",
                "2",
                "--hidden",
                "3",
                "--epochs",
                "1",
                "--folds",
                "2",
                "--out",
                ensemble);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Ran ran = Ran.slope("trace", ensemble, PENGUINS, "--row", "17", "--target");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Network 2 of 2", "member 1, unit 3: ", "member 2, unit 1: ", "The way back");
        Map<String, Object> json = JSON.std.mapFrom(
                Ran.slope("trace", ensemble, PENGUINS, "--row", "17", "--json").out());
        double probability = 0;
        for (Object each : (List<?>) json.get("networks")) {
            Map<?, ?> network = (Map<?, ?>) each;
            assertThat(network.get("members")).isEqualTo(2);
            List<?> logits = (List<?>) ((Map<?, ?>) ((List<?>) network.get("layers")).getLast()).get("outputs");
            for (int member = 0; member < 2; member++) {
                double sum = 0;
                for (Object logit : logits.subList(3 * member, 3 * member + 3)) {
                    sum += Math.exp(((Number) logit).doubleValue());
                }
                probability += Math.exp(((Number) logits.get(3 * member)).doubleValue()) / sum / 4;
            }
        }
        Map<?, ?> prediction = (Map<?, ?>) json.get("prediction");
        assertThat(Double.parseDouble((String) prediction.get("probability_Adelie")))
                .isCloseTo(probability, within(1e-5));
    }

    @Test
    void aRowThatIsNotThereIsTold() {
        Ran ran = Ran.slope("trace", classes, PENGUINS, "--row", "345");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("slope: ../examples/penguins.csv has no row 345; its rows are 1 to 344\n");
    }
}
