package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import slope.report.text.DisplayWidth;
import tools.jackson.jr.ob.JSON;

/// Updates of a model's training.
class UpdateTraceTest {
    private static final String TERMINAL = "slope.output.terminal";

    @TempDir
    private static Path folder;

    private static String model = "";

    @BeforeAll
    static void train() {
        model = folder.resolve("tuned.onnx").toString();
        Ran trained = Ran.slope(
                "train",
                Penguins.FILE,
                "--target",
                "species",
                "--hidden",
                "6",
                "--epochs",
                "3",
                "--folds",
                "2",
                "--out",
                model);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
    }

    @AfterEach
    void goHome() {
        System.clearProperty(TERMINAL);
    }

    @Test
    void aStepIsShownOnATerminalOf80Columns() {
        System.setProperty(TERMINAL, "true");
        Ran ran = Ran.slope("trace", model, Penguins.FILE, "--update", "2:1", "--network", "2");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(
                        "Step 1 of epoch 2",
                        "Network 2 of 2",
                        "64 rows: ",
                        "dropout 0.15",
                        "learning rate ",
                        "layer 2 scale",
                        "mean gradient ",
                        "mean square ",
                        "average ");
        assertThat(ran.out().lines().filter(line -> DisplayWidth.of(line) > 80)).isEmpty();
    }

    /// Adam's own formula leads from the moments to the change.
    @Test
    void theNumbersOfAParameterLeadToItsChange() throws Exception {
        Map<String, Object> json =
                JSON.std.mapFrom(Ran.slope("trace", model, Penguins.FILE, "--update", "2:1", "--full", "--json")
                        .out());
        double rate = (double) map(json, "rate").get("learningRate");
        int steps = ((Number) map(json, "optimizer").get("stepsOfMemory")).intValue();
        List<?> moves = (List<?>) map(json, "parameters").get("moves");
        Map<?, ?> factor = moves.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> map(each, "at").get("block").equals(Map.of("layer", 2, "role", "scale")))
                .findFirst()
                .orElseThrow();
        double mean = moment(factor, "mean-gradient") / (1 - Math.pow(0.9, steps));
        double square = moment(factor, "mean-square") / (1 - Math.pow(0.95, steps));
        double before = (double) map(factor, "value").get("before");
        double decay = -rate * 36 * 0.02 * before;
        double change = -6 * rate * mean / (Math.sqrt(square) + 1e-8) + decay;

        assertThat((double) map(factor, "change").get("decay")).isCloseTo(decay, within(1e-15));
        assertThat((double) map(factor, "change").get("total")).isCloseTo(change, within(1e-12));
        assertThat((double) map(factor, "value").get("after")).isCloseTo(before + change, within(1e-12));
        assertThat((double) map(json, "parameters").get("largestDistance")).isLessThan(1e-5);
    }

    private static double moment(Map<?, ?> parameter, String name) {
        return ((List<?>) parameter.get("moments"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> each.get("moment").equals(name))
                        .mapToDouble(each -> (double) each.get("value"))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<?, ?> map(Map<?, ?> object, String key) {
        return (Map<?, ?>) object.get(key);
    }

    @Test
    void aLineSearchIsExplained() throws Exception {
        String searched = folder.resolve("lbfgs.onnx").toString();
        Ran trained = Ran.slope(
                "train",
                Penguins.FILE,
                "--target",
                "species",
                "--recipe",
                "plain",
                "--optimizer",
                "lbfgs",
                "--norm",
                "layer",
                "--residual",
                "--hidden",
                "6,6",
                "--epochs",
                "4",
                "--out",
                searched);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out())
                .contains(
                        "recipe plain: lbfgs, all rows in each step",
                        "→ 6 layer norm relu → residual block (6 layer norm relu) →");
        Ran ran = Ran.slope("trace", searched, Penguins.FILE, "--update", "3:1");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(
                        "all 275 training rows",
                        "The optimizer lbfgs lowers the objective φ",
                        "from the gradient and the last 2 steps",
                        "low enough: φ(α) ",
                        "flat enough: |φ′(α)| ",
                        "direction ")
                .doesNotContain("decay 0", "dropped", "rate ×", "not clipped");
        Map<?, ?> json = JSON.std.mapFrom(Ran.slope("trace", searched, Penguins.FILE, "--update", "3:1", "--json")
                .out());
        Map<?, ?> line = (Map<?, ?>) ((Map<?, ?>) json.get("optimizer")).get("line");
        assertThat(map(json, "rate").keySet().toString()).isEqualTo("[progress]");
        assertThat(objective(line, "after")).isLessThan(objective(line, "before"));
        Ran.slope("trace", searched, Penguins.FILE, "--update", "3:2").assertRefused("its steps are 1 to 1");
    }

    @Test
    void memoryIsNamedByItsMeaning() {
        assertThat(update("rmsprop")).contains("   mean square ").doesNotContain("mean gradient", "decay", "dropout");
        assertThat(update("momentum")).contains("   velocity ").doesNotContain("mean");
        assertThat(update("sgd")).contains("\n  optimizer sgd\n").doesNotContain("velocity", "memory");
    }

    private static String update(String optimizer) {
        String trained = folder.resolve(optimizer + ".onnx").toString();
        Ran.slope(
                "train",
                Penguins.FILE,
                "--target",
                "species",
                "--recipe",
                "plain",
                "--hidden",
                "3",
                "--epochs",
                "1",
                "--optimizer",
                optimizer,
                "--out",
                trained);
        return Ran.slope("trace", trained, Penguins.FILE, "--update", "1:2").out();
    }

    private static double objective(Map<?, ?> line, String end) {
        return (double) ((Map<?, ?>) line.get(end)).get("objective");
    }

    @Test
    void eitherARowOrAnUpdateIsShown() {
        Ran.slope("trace", model, Penguins.FILE).assertRefused("needs either --row N or --update EPOCH:STEP");
        Ran.slope("trace", model, Penguins.FILE, "--row", "1", "--update", "1:1")
                .assertRefused("needs either --row N or --update EPOCH:STEP");
        Ran.slope("trace", model, Penguins.FILE, "--row", "1", "--class-weights", "balanced")
                .assertRefused("are for --update");
        Ran.slope("trace", model, Penguins.FILE, "--update", "1:1", "--layer", "1")
                .assertRefused("are for --row");
        Ran.slope("trace", model, Penguins.FILE, "--update", "3").assertRefused("such as 3:17, not \"3\"");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        Ran.slope("trace", model, Penguins.FILE, "--update", "9:1").assertRefused("its epochs are 1 to 3");
        Ran.slope("trace", model, Penguins.FILE, "--update", "1:9").assertRefused("its steps are 1 to 2");
        Ran.slope("trace", model, Penguins.FILE, "--update", "1:1", "--network", "7")
                .assertRefused("its networks are 1 to 2");
    }
}
