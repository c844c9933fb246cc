package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        List<?> logits = TracedJson.outputs(TracedJson.networks(json).getFirst());
        Map<?, ?> calibration =
                (Map<?, ?>) ((Map<?, ?>) TracedJson.networks(json).getFirst().get("outputs")).get("calibration");
        double temperature = ((Number)
                        ((Map<?, ?>) ((List<?>) calibration.get("temperatures")).getFirst()).get("temperature"))
                .doubleValue();
        double share = ((Number) calibration.get("uniformShare")).doubleValue();
        double first = Math.exp(((Number) logits.get(0)).doubleValue() / temperature);
        double sum = logits.stream()
                .mapToDouble(each -> Math.exp(((Number) each).doubleValue() / temperature))
                .sum();
        assertThat((double) TracedJson.predicted(json, "probability_Adelie"))
                .isCloseTo((1 - share) * first / sum + share / 3, within(1e-5));
    }

    /// A page for people; the numbers stand behind an option.
    @Test
    void aTraceBeginsWithAPage() {
        Ran ran = Ran.slope("trace", classes, Penguins.FILE, "--row", "17");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines().count()).isLessThanOrEqualTo(40);
        assertThat(ran.out())
                .contains("probability_Adelie", "bill_length_mm", "38.7", "Occlusion", "1 dense relu", "mean |a|")
                .contains("--full prints every number")
                .doesNotContain("unit 1: ");
        assertThat(Ran.slope("trace", classes, Penguins.FILE, "--row", "17", "--target")
                        .out())
                .contains("observed  species: Adelie", "loss      ", "mean |δ|", "gradient norm");
    }

    @Test
    void aPartIsChosenByLayerUnitAndNetwork() throws Exception {
        String[] line = {"trace", classes, Penguins.FILE, "--row", "1", "--layer", "1", "--unit", "4"};
        assertThat(Ran.slope(line).out())
                .contains("Layer 1: dense relu", "unit 4: ")
                .doesNotContain("unit 3: ", "Columns to inputs", "Prediction");
        assertThat(Ran.slope("trace", classes, Penguins.FILE, "--row", "1", "--layer", "columns")
                        .out())
                .contains("Columns to inputs")
                .doesNotContain("unit 4: ");
        Map<String, Object> json =
                JSON.std.mapFrom(Ran.slope("trace", classes, Penguins.FILE, "--row", "1", "--layer", "2", "--json")
                        .out());
        List<?> layers = (List<?>) TracedJson.networks(json).getFirst().get("layers");
        assertThat(((Map<?, ?>) layers.get(0)).get("numbers")).isNull();
        assertThat((List<?>) ((Map<?, ?>) layers.get(1)).get("numbers")).isNotEmpty();
    }

    @Test
    void aPartThatIsNotThereIsTold() {
        String[] row = {"trace", classes, Penguins.FILE, "--row", "1"};
        assertThat(Ran.slope(with(row, "--layer", "3")).err())
                .isEqualTo("slope: network 1 has no layer 3; its layers are 1 to 2\n");
        assertThat(Ran.slope(with(row, "--network", "2")).err())
                .isEqualTo("slope: the model has no network 2; its networks are 1 to 1\n");
        assertThat(Ran.slope(with(row, "--unit", "2")).err()).contains("--unit needs --layer");
        assertThat(Ran.slope(with(row, "--layer", "first")).err())
                .contains("the number of a layer, columns or outputs was expected");
    }

    private static String[] with(String[] line, String... more) {
        return Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aTraceWritesEveryProductOut() {
        Ran ran = Ran.slope("trace", classes, Penguins.FILE, "--row", "1", "--target", "--full");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("Columns to inputs", "Layer 1: dense relu, 4 wide", "unit 4: ", "Layer 2 back", "gradient");
    }

    /// What stands behind "how" gives the input when it is computed, and the outputs give the prediction.
    @Test
    void aTraceSaysHowCellsBecomeInputsAndOutputsThePrediction() throws Exception {
        String mass = Penguins.save("body_mass_g", folder);
        String out =
                Ran.slope("trace", mass, Penguins.FILE, "--row", "1", "--full").out();
        Matcher input = Pattern.compile(
                        "bill_length_mm +39\\.1 +bill_length_mm +(\\S+) +\\(39\\.1 - (\\S+)\\) / (\\S+)")
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
        assertThat((double) TracedJson.predicted(json, "prediction")).isCloseTo(number(output, 4), within(0.01));
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
        String out = Ran.slope("trace", tuned, Penguins.FILE, "--row", "17", "--full")
                .out();

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

        Matcher blend = Pattern.compile("unit 1: (\\S+) \\+ (\\S+)·\\(selu\\(\\S+\\) - \\S+\\) = (\\S+)\\n")
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
                "--calibration",
                "none",
                "--hidden",
                "3",
                "--epochs",
                "1",
                "--folds",
                "2",
                "--linear-part",
                "always",
                "--out",
                ensemble);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Ran ran = Ran.slope("trace", ensemble, Penguins.FILE, "--row", "17", "--target", "--full");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Network 2 of 2", "member 1, unit 3: ", "member 2, unit 1: ", "Backward pass");
        // Of a head of its own, whose products are written out too.
        assertThat(ran.out()).containsPattern("member 2, unit 3: \\S+ \\+ (\\S+·\\S+ \\+ ){2}\\S+·\\S+ = \\S+\\n");
        Map<String, Object> json = JSON.std.mapFrom(Ran.slope("trace", ensemble, Penguins.FILE, "--row", "17", "--json")
                .out());
        double probability = 0;
        for (Map<?, ?> network : TracedJson.networks(json)) {
            List<?> outputs = (List<?>) ((Map<?, ?>) network.get("outputs")).get("values");
            List<?> linear = (List<?>) ((Map<?, ?>) network.get("outputs")).get("linearPart");
            assertThat(outputs).hasSize(2);
            for (int member = 0; member < 2; member++) {
                List<?> logits = (List<?>) ((Map<?, ?>) outputs.get(member)).get("values");
                double[] powers = new double[logits.size()];
                Arrays.setAll(
                        powers,
                        index -> Math.exp(((Number) logits.get(index)).doubleValue()
                                + ((Number) linear.get(index)).doubleValue()));
                probability += powers[0] / Arrays.stream(powers).sum() / 4;
            }
        }
        assertThat((double) TracedJson.predicted(json, "probability_Adelie")).isCloseTo(probability, within(1e-5));
    }

    @Test
    void aRowThatIsNotThereIsTold() {
        Ran ran = Ran.slope("trace", classes, Penguins.FILE, "--row", "345");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("slope: ../examples/penguins.csv has no row 345; its rows are 1 to 344\n");
    }
}
