package slope.report.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.report.json.ReportSchemas;
import slope.target.TargetChoice;
import slope.target.TargetKind;

class CardReportTest {
    private static final Pattern NAMES = Pattern.compile("aria-label=\"([^\"]*)\"");
    private static final int WIDTH = 80;

    @TempDir
    private static Path folder;

    private static CardReport species = Cards.unknown("", TargetKind.MULTICLASS, List.of());

    @BeforeAll
    static void train() throws InterruptedException {
        species = Cards.species(folder);
    }

    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(species);
    }

    @Test
    void tellsWhatTheFileKnows() {
        CardQuality quality = species.quality();
        assertThat(quality.scores()).isNotEmpty().allSatisfy(score -> {
            assertThat(score.interval()).isPresent();
            assertThat(score.interval().orElseThrow().contains(score.validation()))
                    .isTrue();
            assertThat(score.test()).isPresent();
        });
        assertThat(quality.slices()).isPresent();
        assertThat(quality.calibration().orElseThrow().classes()).hasSize(3);
        assertThat(quality.importance()).isPresent();
        assertThat(species.training().orElseThrow().rows().hash()).hasSize(64);

        assertThat(species.verifiedBy("slope verify model.onnx").text(WIDTH))
                .contains(
                        "multi-class classification of \"species\"",
                        "How good it is",
                        "95 % interval",
                        "69 test rows",
                        "Where it is weak",
                        "How well it is calibrated",
                        "Chinstrap",
                        "What matters",
                        "What it saw",
                        "174 to 230",
                        "Biscoe, Dream, Torgersen",
                        "  slope verify model.onnx\n")
                .doesNotContain("ot known");
        assertThat(species.text(WIDTH).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    }

    @Test
    void thePageTellsTheSameAndLoadsNothing() {
        String page = species.page();
        assertThat(page)
                .contains("<h1>Model card of model.onnx</h1>", "How good it is", "Importance by permutation")
                .doesNotContain("http:", "https:", "<script", "src=", "NaN");
        List<String> names =
                NAMES.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
        assertThat(species.section())
                .startsWith("<section>\n<h2>Model card</h2>")
                .contains("<h3 id=\"how-good-it-is\"");
    }

    /// A training that was cut short, by its limit or by a person, need not come to the same model again.
    @Test
    void verificationIsPromisedOnlyWhereItHolds() {
        assertThat(withRequest(Map.of("training", Map.of()), Optional.empty()))
                .contains("the model is the same, bit for bit.", "slope verify");
        assertThat(withRequest(Map.of("training", Map.of("timeLimitSeconds", 9)), Optional.empty()))
                .contains("unless the time limit ends the training");
        assertThat(withRequest(Map.of("training", Map.of()), Optional.of("in epoch 3 of 5")))
                .contains("It cannot be verified", "in epoch 3 of 5")
                .doesNotContain("slope verify");
    }

    private static String withRequest(Map<String, Object> request, Optional<String> interrupted) {
        CardTraining known = species.training().orElseThrow();
        CardTraining training = new CardTraining(
                known.rows(), known.weightColumn(), known.seed(), Optional.of(request), Optional.empty(), interrupted);
        return new CardReport(
                        species.model(),
                        species.columns(),
                        Optional.of(training),
                        species.quality(),
                        Optional.of("slope verify m.onnx"))
                .text(WIDTH)
                .replaceAll("\\s+", " ");
    }

    @Test
    void quantilesAndNumbersHaveCardsToo() throws Exception {
        CardReport quantiles =
                Cards.penguins(Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.9))), folder);
        ReportSchemas.check(quantiles);
        assertThat(quantiles.text(WIDTH)).contains("quantile   rows up to it", "0.1");

        CardReport number = Cards.penguins(Slope.predict("body_mass_g"), folder);
        assertThat(number.text(WIDTH)).contains("rmse").doesNotContain("calibrated");
    }

    /// What another program's file does not know is said, section by section.
    @ParameterizedTest
    @ValueSource(strings = {"keras-gelu.onnx", "pytorch-new-18-gelu.onnx"})
    void anImportedNetworkHasACardThatSaysSo(String file) throws Exception {
        CardReport card = Cards.read(Path.of("../onnx/src/test/resources/foreign", file));
        ReportSchemas.check(card);
        assertThat(card.text(WIDTH))
                .contains(
                        "another program",
                        "Not known: the file has no scores.",
                        "Not known: the file does not say in which rows its losses are large.",
                        "Not known: the file does not say how much its columns matter.",
                        "It cannot be trained again");
        assertThat(card.page()).contains("Not known");
    }

    @Test
    void slicesAreTold() {
        CardReport card = Cards.unknown(
                "m.onnx",
                TargetKind.BINARY,
                List.of(
                        Cards.slice("age ≥ 50", 0.9, true),
                        Cards.slice("region is north", 0.35, false),
                        Cards.slice("region is south", 0.2, false)));
        assertThat(card.text(WIDTH))
                .contains("age ≥ 50", "0.8000 to 1.0000", "of 999 validation rows", "on 1,000 other rows")
                .contains("Clearly worse, with an interval above the mean of all rows: age ≥ 50.")
                .doesNotContain("region is south");
        assertThat(Cards.unknown("m.onnx", TargetKind.BINARY, List.of(Cards.slice("a is b", 0.2, false)))
                        .text(WIDTH))
                .contains("no column tells rows with larger losses from the others");
        assertThat(Cards.unknown("m.onnx", TargetKind.BINARY, List.of(Cards.slice("a is b", 0.35, false)))
                        .text(WIDTH))
                .contains("None is clearly worse");
    }

    /// A file may come from anywhere.
    @Test
    void namesAreTextInAPage() {
        CardReport card = Cards.unknown(
                "<b>.onnx", TargetKind.BINARY, List.of(Cards.slice("<script>alert(1)</script> is 1", 0.9, true)));
        assertThat(card.page()).contains("&lt;b&gt;.onnx", "&lt;script&gt;").doesNotContain("<script", "<b>");
    }
}
