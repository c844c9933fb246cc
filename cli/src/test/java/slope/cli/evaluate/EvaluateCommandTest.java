package slope.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void rowsWithoutAnAnswerAreLeftOut() {
        Ran ran = Ran.slope("evaluate", numbers, Penguins.FILE);
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
            assertThat(Ran.slope("evaluate", model, Penguins.FILE, "--report", page.toString())
                            .exitCode())
                    .isZero();
            String html = Files.readString(page);
            assertThat(html)
                    .contains("<svg", "prefers-color-scheme: dark", "@media print", "training loss")
                    .doesNotContain("http:", "https:", "<script", "src=", "NaN");
        }
    }
}
