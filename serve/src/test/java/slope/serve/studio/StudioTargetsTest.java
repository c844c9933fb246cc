package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.serve.studio.TestStudio.at;
import static slope.serve.studio.TestStudio.list;
import static slope.serve.studio.TestStudio.number;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.internal.random.SplitRandom;
import slope.tables.TableSource;
import tools.jackson.jr.ob.JSON;

/// Whatever is predicted, the page gets a row's prediction, its interval or set, and curves: labels, numbers,
/// quantiles.
class StudioTargetsTest {
    private static final int ROWS = 120;
    private static final String LABELS = "/api/runs/1";
    private static final String NUMBERS = "/api/runs/2";
    private static final String QUANTILES = "/api/runs/3";

    @TempDir
    private static Path folder;

    private static TestStudio studio;

    @BeforeAll
    static void train() throws Exception {
        SplitRandom random = SplitRandom.of(11);
        StringBuilder text = new StringBuilder("x,y,is_large,is_odd\n");
        for (int row = 0; row < ROWS; row++) {
            double x = random.nextDouble();
            text.append(String.format(
                    Locale.ROOT, "%.3f,%.3f,%s,%s\n", x, 2 * x + random.nextDouble(), x > 0.5, row % 2 == 1));
        }
        Path table = Files.writeString(folder.resolve("targets.csv"), text);
        studio = TestStudio.start(folder.resolve("runs"), settings -> settings.table(TableSource.of(table.toString())));
        studio.awaitTable();
        for (String target : List.of(
                "\"columns\": [\"is_large\", \"is_odd\"]",
                "\"columns\": [\"y\"]",
                "\"columns\": [\"y\"], \"quantiles\": [0.1, 0.5, 0.9]")) {
            Map<String, Object> run =
                    studio.run("{\"target\": {%s}, \"rows\": {\"testShare\": 0.2, \"folds\": 1, \"coverage\": 0.8}, %s}"
                            .formatted(target, TestStudio.SMALL.formatted(3)));
            assertThat(at(run, "standing", "state")).as("%s", run).isEqualTo("finished");
        }
    }

    @AfterAll
    static void end() {
        studio.close();
        assertThat(studio.log()).isEmpty();
    }

    private static Map<String, Object> ask(String run, String what, String others) throws Exception {
        Object row = at(studio.get(run + "/row?number=7"), "row");
        return studio.post(200, run + "/" + what, "{\"row\": %s%s}".formatted(JSON.std.asString(row), others));
    }

    private static List<Object> columns(Map<String, Object> prediction) {
        return list(prediction, "prediction").stream()
                .map(column -> at(column, "column"))
                .toList();
    }

    @Test
    void labelsHaveProbabilitiesAndSets() throws Exception {
        Map<String, Object> told = ask(LABELS, "predict", "");
        assertThat(number(told, "task", "coverage", "asked")).isEqualTo(0.8);
        assertThat(columns(told)).contains("prediction_is_large", "probability_is_large", "set_is_large", "set_is_odd");
        Map<String, Object> curve = ask(LABELS, "curve", ", \"column\": \"x\"");
        assertThat(at(curve, "outputs")).isEqualTo(List.of("is_large", "is_odd"));
        assertThat(list(curve, "predictions"))
                .allSatisfy(outputs -> assertThat(number(outputs, 0)).isBetween(0.0, 1.0));
    }

    @Test
    void numbersHaveAnIntervalAroundThem() throws Exception {
        Map<String, Object> told = ask(NUMBERS, "predict", "");
        assertThat(columns(told)).containsExactly("prediction", "lower", "upper");
        assertThat(number(told, "prediction", 0, "value"))
                .isBetween(number(told, "prediction", 1, "value"), number(told, "prediction", 2, "value"));
        assertThat(list(studio.get(NUMBERS + "/evaluation"), "scores", "coverage"))
                .hasSize(1);
    }

    @Test
    void quantilesHaveACurveEach() throws Exception {
        assertThat(at(ask(QUANTILES, "predict", ""), "task", "quantiles")).isEqualTo(List.of(0.1, 0.5, 0.9));
        Map<String, Object> curve = ask(QUANTILES, "curve", ", \"column\": \"x\"");
        assertThat(list(curve, "outputs")).hasSize(3);
        assertThat(list(curve, "predictions"))
                .allSatisfy(outputs -> assertThat((List<?>) outputs).hasSize(3));
    }
}
