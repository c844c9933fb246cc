package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static slope.serve.studio.TestStudio.at;
import static slope.serve.studio.TestStudio.list;
import static slope.serve.studio.TestStudio.number;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.onnx.Models;
import slope.report.evaluation.EvaluationReport;
import slope.report.json.JsonText;
import slope.report.trace.RowTrace;
import slope.report.trace.TraceReport;
import slope.run.ModelAndRows;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import tools.jackson.jr.ob.JSON;

/// What the studio tells of a run's model: scores, rows to try, the inside.
class StudioModelTest {
    private static final String RUN = "/api/runs/1";
    private static final String ROW = "{\"row\": {\"x\": 0.25, \"y\": null, \"color\": \"red\"}%s}";

    @TempDir
    private static Path folder;

    private static TestStudio studio;

    @BeforeAll
    static void train() throws Exception {
        studio = TestStudio.withPoints(folder);
        assertThat(at(studio.run(TestStudio.request(30)), "standing", "state")).isEqualTo("finished");
    }

    @AfterAll
    static void end() {
        studio.close();
        assertThat(studio.log()).isEmpty();
    }

    private static Path file() {
        return folder.resolve("runs/run-1/model.onnx");
    }

    private static Table table() {
        return TableFiles.read(folder.resolve("points.csv").toString(), ReadOptions.none());
    }

    @Test
    void scoresAreThoseOfTheTestRows() throws Exception {
        Map<String, Object> told = studio.get(RUN + "/evaluation");
        assertThat(at(told, "rows", "rows")).isEqualTo(15);
        assertThat(at(told, "rows", "trainedOn")).isEqualTo(false);
        List<Object> cells = list(told, "classes", "confusion", 0, "observedByPredicted");
        assertThat(cells.stream()
                        .flatMap(row -> ((List<?>) row).stream())
                        .mapToInt(count -> (Integer) count)
                        .sum())
                .isEqualTo(15);
        int[] tested = list(studio.get(RUN + "/rows"), "rows").stream()
                .mapToInt(row -> (Integer) at(row, "number") - 1)
                .sorted()
                .toArray();
        EvaluationReport alone = EvaluationReport.of(ModelFile.read(file()), file(), "", table().select(tested));
        assertThat(at(told, "scores")).isEqualTo(at(JSON.std.mapFrom(JsonText.of(alone)), "scores"));
    }

    @Test
    void aThresholdItsCountsAndItsRowsGoTogether() throws Exception {
        for (String at : List.of("0.0", "0.3", "0.5", "0.9", "1.1")) {
            Map<String, Object> told = studio.get(RUN + "/threshold?falseNegative=5&at=" + at);
            Map<?, ?> counts = (Map<?, ?>) at(told, "counts");
            assertThat(counts.values().stream()
                            .mapToInt(count -> (Integer) count)
                            .sum())
                    .isEqualTo(15);
            assertThat(number(told, "cost"))
                    .isEqualTo(5 * number(counts, "falseNegatives") + number(counts, "falsePositives"));
            assertThat(number(told, "cheapest", "cost")).isLessThanOrEqualTo(number(told, "cost"));
            Map<String, String> cells = Map.of(
                    "truePositives", "observed=yes&predicted=yes",
                    "falsePositives", "observed=no&predicted=yes",
                    "falseNegatives", "observed=yes&predicted=no",
                    "trueNegatives", "observed=no&predicted=no");
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                Map<String, Object> rows = studio.get("%s/rows?%s&at=%s".formatted(RUN, cell.getValue(), at));
                assertThat(rows).as(cell.getKey()).containsEntry("ofRows", counts.get(cell.getKey()));
            }
        }
        assertThat(studio.ask("GET", RUN + "/threshold?at=half", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRowOfTheTableIsPredictedAsTheModelDoes() throws Exception {
        Map<String, Object> start = studio.get(RUN + "/row?number=17");
        Map<String, Object> told =
                studio.post(200, RUN + "/predict", JSON.std.asString(Map.of("row", at(start, "row"))));
        Model model = Models.load(file());
        double expected = model.predict(table().select(new int[] {16})).probability(0, "yes");
        assertThat(list(told, "prediction")).anySatisfy(column -> {
            assertThat(at(column, "column")).isEqualTo("probability_yes");
            assertThat(number(column, "value")).isCloseTo(expected, within(1e-12));
        });
        assertThat(list(told, "unusual")).isEmpty();
    }

    @Test
    void valuesThatTrainingDidNotHaveAreTold() throws Exception {
        Map<String, Object> told =
                studio.post(200, RUN + "/predict", "{\"row\": {\"x\": 900, \"y\": 0.5, \"color\": \"mauve\"}}");
        assertThat(list(told, "unusual").stream().map(column -> at(column, "column")))
                .containsExactlyInAnyOrder("x", "color");
        assertThat(number(list(told, "unusual").getFirst(), "maximum")).isBetween(0.5, 1.0);
    }

    @Test
    void aRowThatLacksAColumnOrIsNoneIsRefused() throws Exception {
        assertThat(studio.ask("POST", RUN + "/predict", "{\"row\": {\"x\": 1}}").body())
                .contains("no columns \\\"y\\\", \\\"color\\\"");
        assertThat(studio.ask("POST", RUN + "/predict", "{\"row\": [1]}").statusCode())
                .isEqualTo(400);
        assertThat(studio.ask("POST", RUN + "/predict", "{}").body()).contains("\\\"row\\\" is missing");
        assertThat(studio.ask("GET", RUN + "/row?number=61", "").statusCode()).isEqualTo(422);
        assertThat(studio.ask("GET", "/api/runs/2/inputs", "").statusCode()).isEqualTo(404);
        assertThat(studio.ask("GET", "/api/runs/x/inputs", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aCurveAndABoundaryAreThePredictionsOfTheirRows() throws Exception {
        Map<String, Object> curve = studio.post(200, RUN + "/curve", ROW.formatted(", \"column\": \"x\""));
        double value = number(curve, "values", 20);
        double probability = number(curve, "predictions", 20, 1);
        Map<String, Object> alone = studio.post(
                200, RUN + "/predict", "{\"row\": {\"x\": %s, \"y\": null, \"color\": \"red\"}}".formatted(value));
        assertThat(number(alone, "prediction", 2, "value")).isCloseTo(probability, within(1e-6));

        Map<String, Object> boundary =
                studio.post(200, RUN + "/boundary", ROW.formatted(", \"x\": \"x\", \"y\": \"color\", \"size\": 20"));
        assertThat(at(boundary, "y", "values")).isEqualTo(List.of("blue", "red"));
        assertThat(list(boundary, "points")).hasSize(45);
        double atEnd = number(boundary, "predictions", 1, 19, 1);
        alone = studio.post(
                200,
                RUN + "/predict",
                "{\"row\": {\"x\": %s, \"y\": null, \"color\": \"red\"}}"
                        .formatted(number(boundary, "x", "values", 19)));
        assertThat(number(alone, "prediction", 2, "value")).isCloseTo(atEnd, within(1e-6));
        assertThat(studio.ask("POST", RUN + "/boundary", ROW.formatted(", \"x\": \"x\", \"y\": \"x\""))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theNearestRowOfARowOfTheTrainingIsItself() throws Exception {
        List<Object> tested = list(studio.get(RUN + "/rows"), "rows").stream()
                .map(row -> at(row, "number"))
                .toList();
        int training = IntStream.rangeClosed(1, 60)
                .filter(number -> !tested.contains(number))
                .findFirst()
                .orElseThrow();
        Object row = at(studio.get(RUN + "/row?number=" + training), "row");
        Map<String, Object> near = studio.post(200, RUN + "/nearest", JSON.std.asString(Map.of("row", row)));
        assertThat(list(near, "rows")).hasSize(3);
        assertThat(at(near, "rows", 0, "number")).isEqualTo(training);
        assertThat(number(near, "rows", 0, "distance")).isZero();
        assertThat(number(near, "rows", 1, "distance")).isPositive();
    }

    @Test
    void aRowIsExplainedAgainstRowsOfTheTraining() throws Exception {
        Map<String, Object> told = studio.post(200, RUN + "/explain", ROW.formatted(""));
        assertThat(list(told, "attributions", "rows")).hasSize(1);
        Map<String, Object> whole = studio.get(RUN + "/explanation?columns=x%0Acolor");
        assertThat(list(whole, "dependence", "columns").stream().map(column -> at(column, "column")))
                .containsExactly("x", "color");
    }

    @Test
    void aTraceIsThatOfTheCommandLine() throws Exception {
        ModelAndRows rows =
                ModelAndRows.read(file(), folder.resolve("points.csv").toString(), ReadOptions.none());
        Map<String, Object> alone = JSON.std.mapFrom(JsonText.of(TraceReport.of(RowTrace.withTarget(rows, 17))));
        Map<String, Object> told = studio.get(RUN + "/trace?row=17&target=true");
        assertThat(at(told, "networks")).isEqualTo(at(alone, "networks"));
        assertThat(at(told, "prediction")).isEqualTo(at(alone, "prediction"));
        Object given = at(studio.get(RUN + "/row?number=17"), "row");
        Map<String, Object> posted = studio.post(200, RUN + "/trace", JSON.std.asString(Map.of("row", given)));
        assertThat(at(posted, "prediction")).isEqualTo(at(alone, "prediction"));
        assertThat(studio.ask("GET", RUN + "/trace?row=17&layer=9", "").statusCode())
                .isEqualTo(422);
        assertThat(studio.ask("GET", RUN + "/trace", "").statusCode()).isEqualTo(400);
    }

    @Test
    void theSharesOfABatchAddUpToTheGradientAndDifferencesAgree() throws Exception {
        Map<String, Object> update = studio.get(RUN + "/update?epoch=2&step=1");
        assertThat(at(update, "place", "epoch")).isEqualTo(2);
        Map<String, Object> shares = studio.get(RUN + "/update/shares?epoch=2&step=1&layer=1&input=1&unit=2");
        double sum = list(shares, "shares").stream()
                .mapToDouble(share -> number(share, "product"))
                .sum();
        assertThat(sum).isCloseTo(number(shares, "gradient"), within(1e-15));
        assertThat(studio.ask("GET", RUN + "/update/shares?epoch=2&step=1&layer=1&input=1&unit=99", "")
                        .statusCode())
                .isEqualTo(422);
        Map<String, Object> check = studio.get(RUN + "/gradient-check?row=17");
        assertThat(list(check, "parameters")).hasSizeGreaterThan(5);
        assertThat(number(check, "largestRelativeError")).isLessThan(1e-6);
    }

    @Test
    void unitsOfALayerAreTold() throws Exception {
        Map<String, Object> units = studio.get(RUN + "/units?layer=1");
        assertThat(list(units, "units")).hasSize(4).allSatisfy(unit -> {
            assertThat(number(unit, "minimum")).isLessThanOrEqualTo(number(unit, "mean"));
            assertThat(number(unit, "mean")).isLessThanOrEqualTo(number(unit, "maximum"));
        });
        assertThat(units).containsEntry("rows", 45);
        assertThat(list(units, "twins")).isEmpty();
        assertThat(studio.ask("GET", RUN + "/units?layer=7", "").body()).contains("its layers are 1 to");
    }

    @Test
    void gradientsAreToldByLayerAndEpoch() throws Exception {
        Map<String, Object> flow = studio.get(RUN + "/gradients?network=1");
        assertThat(list(flow, "spans").stream().map(span -> at(span, "from")))
                .isEqualTo(list(studio.get(RUN + "/history"), "epochs", "epoch"));
        assertThat(list(flow, "layers")).hasSize(2).allSatisfy(layer -> {
            assertThat(list(layer, "median")).hasSize(list(flow, "spans").size());
            assertThat(number(layer, "median", 0)).isPositive();
        });
        Object last = at(studio.get(RUN + "/history"), "newest", "epoch", "gradients", 0, "rootMeanSquare");
        assertThat(list(flow, "layers", 0, "median").getLast()).isEqualTo(last);
        assertThat(list(studio.get(RUN + "/gradients?network=7"), "layers")).isEmpty();
    }

    @Test
    void theModelIsDownloadedAsItIs() throws Exception {
        HttpResponse<String> model = studio.ask("GET", RUN + "/model.onnx", "");
        assertThat(model.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("model.onnx");
        assertThat(studio.ask("GET", RUN + "/report.html", "").body()).contains("ROC");
    }

    @Test
    void aNudgedWeightMovesTheLossAsItsGradientSays() throws Exception {
        Map<String, Object> nudge = studio.get("/api/lessons/2/nudge?iteration=500&matrix=Wo&input=2&unit=1&by=0.0001");
        assertThat(number(nudge, "loss", "rise")).isCloseTo(number(nudge, "loss", "gradient"), withinPercentage(1));
        assertThat(studio.ask("GET", "/api/lessons/2/nudge?matrix=Wx", "").statusCode())
                .isEqualTo(422);
        assertThat(studio.ask("GET", "/api/lessons/2/nudge?by=0", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aStepOfALessonGoesFromWeightToWeight() throws Exception {
        Map<String, Object> before = studio.get("/api/lessons/2/step?iteration=500");
        Map<String, Object> after = studio.get("/api/lessons/2/step?iteration=501");
        assertThat(at(after, "before", "Wh")).isEqualTo(at(before, "step", "Wh"));
        assertThat(at(after, "before", "Wo")).isEqualTo(at(before, "step", "Wo"));
        assertThat(number(before, "result", "lossAfter")).isEqualTo(number(after, "result", "lossBefore"));
        assertThat(number(before, "result", "lossAfter")).isLessThan(number(before, "result", "lossBefore"));
        assertThat(number(before, "result", "largestRelativeError")).isLessThan(1e-6);
        assertThat(list(studio.get("/api/lessons/1/step?iteration=1"), "step", "z1"))
                .hasSize(4);
        assertThat(studio.ask("GET", "/api/lessons/3/step", "").statusCode()).isEqualTo(404);
        assertThat(studio.ask("GET", "/api/lessons/2/step?iteration=0", "").statusCode())
                .isEqualTo(400);
        assertThat(studio.ask("GET", "/api/lessons/2?hidden=0", "").statusCode())
                .isEqualTo(422);
        assertThat(list(studio.get("/api/lessons/2?iterations=10"), "errors")).isNotEmpty();
    }
}
