package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

class TrainCommandTest {
    private static final String PENGUINS = "../examples/penguins.csv";

    @TempDir
    private Path folder;

    @Test
    void penguinsAreToldApart() {
        Map<String, Object> validation = part(part(penguins(), "scores"), "validation");

        assertThat(number(part(validation, "metrics").get("accuracy"))).isGreaterThanOrEqualTo(0.97);
        assertThat(number(validation.get("rows"))).isCloseTo(69, within(2.0));
    }

    @Test
    void theJsonSaysWhatWasDone() {
        Map<String, Object> told = penguins();

        assertThat(told.keySet())
                .containsExactly("report", "version", "data", "task", "network", "settings", "training", "scores");
        assertThat(part(told, "data")).containsEntry("rows", 344);
        assertThat(part(part(told, "data"), "leftOut")).containsEntry("rows", 0);
        assertThat(part(told, "task"))
                .containsEntry("kind", "multiclass")
                .containsEntry("classes", List.of("Adelie", "Chinstrap", "Gentoo"));
        assertThat(part(told, "settings"))
                .containsEntry("hidden", List.of(64, 32))
                .containsEntry("optimizer", "adam");
        Map<?, ?> network = (Map<?, ?>) ((List<?>) part(told, "training").get("networks")).getFirst();
        assertThat((List<?>) network.get("epochs")).hasSize(66); // the best and 50 more
        assertThat(number(part(part(part(told, "scores"), "validation"), "baseline")
                        .get("accuracy")))
                .isLessThan(0.5);
    }

    /// 7 inputs, 64 and 32 units, 3 classes: 2,691 parameters, kept six times with Adam; blocks of 69
    /// validation rows with two numbers a unit; 344 rows with one target and their order.
    @Test
    void theJsonSaysWhatItRanOn() {
        Map<String, Object> engine = part(part(penguins("--threads", "3", "--epochs", "2"), "training"), "engine");

        Map<String, Object> memory = part(engine, "memory");
        int inputs = (int) number(memory.get("examples")) / 4 / 344 - 2;
        assertThat(engine).containsEntry("threads", 3).containsKeys("kernels", "cause");
        assertThat(number(memory.get("parameters"))).isEqualTo(4.0 * 6 * ((inputs + 1) * 64 + 65 * 32 + 33 * 3));
        assertThat(number(memory.get("block"))).isEqualTo(4.0 * 69 * (inputs + 2 + 2 * (64 + 32 + 3)));
        assertThat(number(memory.get("bytes")))
                .isEqualTo(number(memory.get("parameters"))
                        + number(memory.get("block"))
                        + number(memory.get("examples"))
                        + number(memory.get("scratch")));
    }

    @Test
    void noThreadsAreRefused() {
        Ran ran = Ran.slope("train", PENGUINS, "--target", "species", "--threads", "0");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("at least 1 thread is needed, not 0");
    }

    @Test
    void theNumberOfThreadsChangesNoNumber() {
        Map<String, Object> one = trainingScores(penguins("--threads", "1", "--epochs", "3"));
        Map<String, Object> three = trainingScores(penguins("--threads", "3", "--epochs", "3"));

        assertThat(three).isEqualTo(one);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        Map<String, Object> first = trainingScores(penguins("--seed", "5", "--epochs", "3"));
        Map<String, Object> again = trainingScores(penguins("--seed", "5", "--epochs", "3"));
        Map<String, Object> other = trainingScores(penguins("--seed", "6", "--epochs", "3"));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void theReportShowsTheScoresBesideTheBaseline() {
        Ran ran = Ran.slope(
                "train", PENGUINS, "--target", "species", "--recipe", "plain", "--epochs", "20", "--ignore", "sex");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("344 in ../examples/penguins.csv: 275 training, 69 validation")
                .contains("1 ignored: sex (ignored by name)")
                .contains("multi-class classification of \"species\": Adelie, Chinstrap, Gentoo")
                .contains("64 relu → 32 relu → 3 outputs")
                .containsPattern("accuracy +[01]\\.\\d{4} +[01]\\.\\d{4} +0\\.4\\d{3} +higher is better")
                .containsPattern("log-loss .* lower is better");
    }

    @Test
    void progressIsPlainLinesInAPipe() {
        Ran ran = Ran.slope("train", PENGUINS, "--target", "species", "--recipe", "plain", "--epochs", "20");

        assertThat(ran.err().lines().skip(1)).hasSize(10).allMatch(line -> line.matches("epoch \\d+ of 20: loss .*"));
        assertThat(ran.err()).contains("s left").doesNotContain("\r").doesNotContain("\033");
    }

    /// The vector kernels are the launcher's to add; these tests run without.
    @Test
    void aFallbackToPlainJavaIsToldOnce() {
        Ran ran = Ran.slope("train", PENGUINS, "--target", "species", "--recipe", "plain", "--epochs", "2");

        assertThat(ran.err())
                .startsWith(
                        "slope: the kernels in plain Java are used, which are slower: slope-vector is not on the path")
                .containsOnlyOnce("plain Java");
    }

    @Test
    void numbersArePredictedAsNumbers() {
        Map<String, Object> told =
                json("train", PENGUINS, "--target", "body_mass_g", "--json", "--recipe", "plain", "--epochs", "60");

        assertThat(part(told, "task")).containsEntry("kind", "regression");
        assertThat(part(part(told, "data"), "leftOut")).containsEntry("rows", 2);
        Map<String, Object> validation = part(part(told, "scores"), "validation");
        double ours = number(part(validation, "metrics").get("rmse"));
        double trivial = number(part(validation, "baseline").get("rmse"));
        assertThat(ours).isLessThan(0.5 * trivial);
    }

    @Test
    void everySettingReachesTheTraining() {
        Map<String, Object> told = part(
                penguins(
                        "--hidden",
                        "5",
                        "--activation",
                        "tanh",
                        "--optimizer",
                        "nesterov",
                        "--learning-rate",
                        "0.01",
                        "--batch",
                        "7",
                        "--epochs",
                        "2",
                        "--validation",
                        "0.3",
                        "--seed",
                        "9"),
                "settings");

        assertThat(told)
                .containsEntry("validation", 0.3)
                .containsEntry("seed", 9)
                .containsEntry("hidden", List.of(5))
                .containsEntry("activation", "tanh")
                .containsEntry("optimizer", "nesterov")
                .containsEntry("learning-rate", 0.01)
                .containsEntry("batch", 7)
                .containsEntry("epochs", 2);
    }

    @Test
    void predictionsHaveARowForEachRowOfTheFile() throws IOException {
        Path predictions = folder.resolve("predictions.csv");
        Ran ran = Ran.slope(
                "train",
                PENGUINS,
                "--target",
                "species",
                "--recipe",
                "plain",
                "--epochs",
                "30",
                "--predictions",
                predictions.toString());

        assertThat(ran.exitCode()).isZero();
        List<String> lines = Files.readAllLines(predictions);
        assertThat(lines).hasSize(345);
        assertThat(lines.getFirst())
                .isEqualTo("row,part,observed,prediction,probability_Adelie,probability_Chinstrap,probability_Gentoo");
        assertThat(lines.get(1)).matches("1,(training|validation),Adelie,Adelie,[01]\\.\\d+.*");
        assertThat(lines.stream().filter(line -> line.contains(",validation,"))).hasSize(69);
    }

    @Test
    void numbersThatAreCodesCanBeCategories() throws IOException {
        Path file = folder.resolve("codes.csv");
        StringBuilder text = new StringBuilder("zone,x,price\n");
        for (int row = 0; row < 60; row++) {
            text.append(row % 3)
                    .append(',')
                    .append(row * 7 % 11)
                    .append(',')
                    .append(row % 3 == 1 ? 10.5 : 2.5 + row % 5);
            text.append('\n');
        }
        Files.writeString(file, text);
        Map<String, Object> told = json(
                "train",
                file.toString(),
                "--target",
                "price",
                "--categorical",
                "zone",
                "--recipe",
                "plain",
                "--epochs",
                "1",
                "--json");

        assertThat(part(told, "network")).containsEntry("inputs", 4);
    }

    private static Map<String, Object> penguins(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("train", PENGUINS, "--target", "species", "--json", "--recipe", "plain"));
        arguments.addAll(List.of(more));
        return json(arguments.toArray(String[]::new));
    }

    private static Map<String, Object> json(String... arguments) {
        Ran ran = Ran.slope(arguments);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return JSON.std.mapFrom(ran.out());
    }

    private static Map<String, Object> trainingScores(Map<String, Object> told) {
        return part(part(part(told, "scores"), "training"), "metrics");
    }

    @SuppressWarnings("unchecked") // JSON objects have text for keys.
    private static Map<String, Object> part(Map<String, Object> object, String key) {
        return (Map<String, Object>) object.get(key);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
