package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// A row's way through a saved model, and back.
class TraceCommandTest {
    @TempDir
    private static Path folder;

    private static String classes = "";

    @BeforeAll
    static void train() {
        classes = Penguins.save("species", folder);
    }

    @Test
    void aTraceEndsInThePrediction() throws Exception {
        Map<String, Object> json =
                JSON.std.mapFrom(Ran.slope("trace", classes, Penguins.FILE, "--row", "17", "--target", "--json")
                        .out());
        List<?> layers = (List<?>) ((Map<?, ?>) ((List<?>) json.get("networks")).getFirst()).get("layers");
        List<?> logits = (List<?>) ((Map<?, ?>) layers.getLast()).get("outputs");
        double first = Math.exp(((Number) logits.get(0)).doubleValue());
        double sum = logits.stream()
                .mapToDouble(each -> Math.exp(((Number) each).doubleValue()))
                .sum();
        Map<?, ?> prediction = (Map<?, ?>) json.get("prediction");
        assertThat((double) prediction.get("probability_Adelie")).isCloseTo(first / sum, within(1e-5));
        assertThat(((Map<?, ?>) layers.getFirst()).get("gradients")).isNotNull();
    }

    @Test
    void aTraceWritesEveryProductOut() {
        Ran ran = Ran.slope("trace", classes, Penguins.FILE, "--row", "1", "--target");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("Columns to inputs", "Layer 1: dense relu, 4 wide", "unit 4: ", "Layer 2 back", "gradient");
    }

    /// What stands behind "how" gives the input when it is computed, and the outputs give the prediction.
    @Test
    void aTraceSaysHowCellsBecomeInputsAndOutputsThePrediction() throws Exception {
        String mass = Penguins.save("body_mass_g", folder);
        String out = Ran.slope("trace", mass, Penguins.FILE, "--row", "1").out();
        Matcher input = Pattern.compile(
                        "bill_length_mm +39\\.1 +bill_length_mm +(\\S+) +\\(39\\.1 − (\\S+)\\) / (\\S+)")
                .matcher(out);
        assertThat(input.find()).as(out).isTrue();
        assertThat((39.1 - number(input, 2)) / number(input, 3)).isCloseTo(number(input, 1), within(1e-6));
        Matcher output = Pattern.compile("body_mass_g: (\\S+) \\+ (\\S+) · \\(?([^ )]+)\\)?.* = (\\S+)")
                .matcher(out);
        assertThat(output.find()).as(out).isTrue();
        assertThat(number(output, 1) + number(output, 2) * number(output, 3))
                .isCloseTo(number(output, 4), within(1e-6));
        Map<String, Object> json = JSON.std.mapFrom(
                Ran.slope("trace", mass, Penguins.FILE, "--row", "1", "--json").out());
        assertThat((double) ((Map<?, ?>) json.get("prediction")).get("prediction"))
                .isCloseTo(number(output, 4), within(0.01));
        assertThat(((Map<?, ?>) json.get("row")).get("island")).isEqualTo("Torgersen");
    }

    private static double number(Matcher found, int group) {
        return Double.parseDouble(found.group(group));
    }

    /// Everything that is printed can be computed after: waves, factors, blended units.
    @Test
    void aTraceOfTheTunedRecipeHasEveryNumber() {
        String tuned = folder.resolve("tuned.onnx").toString();
        Ran trained = Ran.slope(
                "train",
                Penguins.FILE,
                "--target",
                "species",
                "--hidden",
                "3",
                "--epochs",
                "2",
                "--folds",
                "1",
                "--out",
                tuned);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        String out = Ran.slope("trace", tuned, Penguins.FILE, "--row", "17").out();

        Matcher feature = Pattern.compile("embedding output 1, of input 1: (\\S+) \\+ (cos.*) = (\\S+)\\n")
                .matcher(out);
        assertThat(feature.find()).as(out).isTrue();
        double sum = number(feature, 1);
        Matcher wave =
                Pattern.compile("cos\\(2π·(\\S+)·(\\S+) \\+ (\\S+)\\)·(\\S+)").matcher(feature.group(2));
        int waves = 0;
        while (wave.find()) {
            waves++;
            sum += Math.cos(2 * Math.PI * number(wave, 1) * number(wave, 2) + number(wave, 3)) * number(wave, 4);
        }
        assertThat(waves).isEqualTo(16);
        assertThat(sum).isCloseTo(number(feature, 3), within(1e-9));

        Matcher factor = Pattern.compile("Layer 2: scale, 24 wide\\n-+\\n\\n  unit 1: (\\S+)·(\\S+) = (\\S+)\\n")
                .matcher(out);
        assertThat(factor.find()).as(out).isTrue();
        assertThat(number(factor, 1)).isEqualTo(number(feature, 3));
        assertThat(number(factor, 1) * number(factor, 2)).isCloseTo(number(factor, 3), within(1e-9));

        Matcher blend = Pattern.compile("unit 1: (\\S+) \\+ (\\S+)·\\(selu\\(\\S+\\) − \\S+\\) = (\\S+)\\n")
                .matcher(out);
        assertThat(blend.find()).as(out).isTrue();
        double z = number(blend, 1);
        double selu = 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z));
        assertThat(z + number(blend, 2) * (selu - z)).isCloseTo(number(blend, 3), within(1e-9));
    }

    @Test
    void aTraceOfAnEnsembleShowsEachMember() throws Exception {
        String ensemble = folder.resolve("ensemble.onnx").toString();
        Ran trained = Ran.slope(
                "train",
                Penguins.FILE,
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
        Ran ran = Ran.slope("trace", ensemble, Penguins.FILE, "--row", "17", "--target");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Network 2 of 2", "member 1, unit 3: ", "member 2, unit 1: ", "Backward pass");
        // Of a head of its own, whose products are written out too.
        assertThat(ran.out()).containsPattern("member 2, unit 3: \\S+ \\+ (\\S+·\\S+ \\+ ){2}\\S+·\\S+ = \\S+\\n");
        Map<String, Object> json = JSON.std.mapFrom(Ran.slope("trace", ensemble, Penguins.FILE, "--row", "17", "--json")
                .out());
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
        assertThat((double) prediction.get("probability_Adelie")).isCloseTo(probability, within(1e-5));
    }

    @Test
    void aRowThatIsNotThereIsTold() {
        Ran ran = Ran.slope("trace", classes, Penguins.FILE, "--row", "345");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("slope: ../examples/penguins.csv has no row 345; its rows are 1 to 344\n");
    }
}
