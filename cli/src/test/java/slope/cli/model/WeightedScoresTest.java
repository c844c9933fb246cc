package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// Scores are of the same kind as those that the training recorded, or are told apart.
class WeightedScoresTest {
    private static final String UNLIKE = "cannot be compared";

    @TempDir
    private static Path folder;

    private static String table = "";
    private static String model = "";

    /// Rows of weight 3 have other answers than rows of weight 1.
    @BeforeAll
    static void train() throws IOException {
        StringBuilder rows = new StringBuilder("x,w,y,a,b\n");
        StringBuilder twice = new StringBuilder("x,y,a,b\n");
        for (int row = 0; row < 80; row++) {
            int weight = row % 4 == 0 ? 3 : 1;
            String y = (weight == 3 ? row % 8 == 0 : row % 3 == 0) ? "yes" : "no";
            String rest = "%s,%d,%d".formatted(y, row % 2, row % 3 / 2);
            rows.append("%d,%d,%s%n".formatted(row % 6, weight, rest));
            twice.append("%d,%s%n".formatted(row % 6, rest).repeat(weight));
        }
        table = Files.writeString(folder.resolve("table.csv"), rows).toString();
        Files.writeString(folder.resolve("repeated.csv"), twice);
        model = train("model.onnx", "y", table, "--weight", "w");
    }

    private static String train(String name, String target, String file, String... more) {
        String saved = folder.resolve(name).toString();
        String[] line = {
            "train", file, "--target", target, "--recipe", "plain", "--hidden", "4", "--epochs", "4", "--out", saved
        };
        String[] all = Stream.of(line, more).flatMap(Stream::of).toArray(String[]::new);
        Ran ran = Ran.slope(all);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return saved;
    }

    /// A row of weight 3 is the same row three times.
    @Test
    void rowsAreWeighedAsInTraining() throws IOException {
        Map<String, Object> weighed = json(model, table);
        Map<String, Object> repeated =
                json(model, folder.resolve("repeated.csv").toString());
        assertThat(part(weighed, "rows").get("weight")).isEqualTo(Map.of("column", "w", "used", true));
        assertThat(part(repeated, "rows").get("weight")).isEqualTo(Map.of("column", "w", "used", false));
        assertSame(part(part(weighed, "scores"), "metrics"), part(part(repeated, "scores"), "metrics"));

        Path page = folder.resolve("page.html");
        Ran ran = Ran.slope("evaluate", model, table, "--report", page.toString());
        String sentence = "Scores are weighted by \"w\", as in training";
        assertThat(ran.out()).contains(sentence).doesNotContain(UNLIKE);
        assertThat(Files.readString(page))
                .contains(sentence.replace("\"", "&quot;"))
                .doesNotContain(UNLIKE);
    }

    @Test
    void scoresOfEachLabelAreWeighedToo() throws IOException {
        String labels = train("labels.onnx", "a,b", table, "--weight", "w");
        List<?> weighed = (List<?>) part(json(labels, table), "classes").get("scores");
        List<?> repeated =
                (List<?>) part(json(labels, folder.resolve("repeated.csv").toString()), "classes")
                        .get("scores");
        for (int label = 0; label < 2; label++) {
            assertSame(withoutCounts(weighed.get(label)), withoutCounts(repeated.get(label)));
        }
    }

    @Test
    void rowsWithoutTheWeightAreToldApart() throws IOException {
        String lacking = folder.resolve("repeated.csv").toString();
        Path page = folder.resolve("lacking.html");
        Ran ran = Ran.slope("evaluate", model, lacking, "--report", page.toString());
        assertThat(ran.out().replace("\n", " "))
                .contains(
                        "weighted scores by \"w\", which these rows lack",
                        UNLIKE,
                        "unweighted",
                        "validation, weighted");
        assertThat(Files.readString(page)).contains(UNLIKE, "unweighted", "validation, weighted");
    }

    @Test
    void aModelWithoutWeightsSaysNothingOfThem() throws IOException {
        String plain = train("plain.onnx", "y", table);
        assertThat(part(json(plain, table), "rows").get("weight")).isNull();
        assertThat(Ran.slope("evaluate", plain, table).out()).doesNotContain("weigh");
        assertThat(Ran.slope("inspect", model).out()).contains("scores are weighted by \"w\"");
    }

    @Test
    void weightsThatAreNoneAreRefused() throws IOException {
        String text = Files.readString(Path.of(table));
        String negative = Files.writeString(folder.resolve("negative.csv"), text.replace(",3,", ",-3,"))
                .toString();
        String zero = Files.writeString(folder.resolve("zero.csv"), text.replaceAll(",[13],(yes|no)", ",0,$1"))
                .toString();
        Ran.slope("evaluate", model, negative).assertRefused("a weight is a number from 0 on");
        Ran.slope("evaluate", model, zero).assertRefused("the weight 0 in each row (column \"w\")");
    }

    /// Before training, not when all its time is spent.
    @Test
    void testRowsWithoutTheWeightAreRefusedBeforeTraining() {
        String lacking = folder.resolve("repeated.csv").toString();
        Ran ran = Ran.slope("train", table, "--target", "y", "--weight", "w", "--test", lacking, "--recipe", "plain");
        ran.assertRefused("has no column \"w\"");
        assertThat(ran.err()).doesNotContain("epoch");
    }

    private static Map<String, Object> json(String saved, String rows) throws IOException {
        Ran ran = Ran.slope("evaluate", saved, rows, "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return JSON.std.mapFrom(ran.out());
    }

    private static Map<?, ?> part(Map<?, ?> object, String name) {
        return (Map<?, ?>) object.get(name);
    }

    /// The scores of a label alone.
    private static Map<?, ?> withoutCounts(Object label) {
        Map<Object, Object> scores = new LinkedHashMap<>((Map<?, ?>) label);
        scores.keySet().removeAll(List.of("name", "rows"));
        return scores;
    }

    private static void assertSame(Map<?, ?> some, Map<?, ?> others) {
        assertThat(some.keySet()).isEqualTo(others.keySet());
        some.forEach((metric, score) -> assertThat(((Number) score).doubleValue())
                .as(metric.toString())
                .isCloseTo(((Number) others.get(metric)).doubleValue(), within(1e-9)));
    }
}
