package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.serve.studio.TestStudio.at;
import static slope.serve.studio.TestStudio.list;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.run.TrainingRequest;
import slope.serve.TraceCommand;
import tools.jackson.jr.ob.JSON;

/// What has been clicked together, as code, and two runs beside each other.
class StudioCodeTest {
    private static final JSON WITH_NULLS =
            JSON.builder().enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

    @TempDir
    private Path folder;

    @Test
    void theProgramCompilesAndHasTheRequest() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            studio.post(202, "/api/data/read", "{\"missing\": [\"\\\\\", \"\\\"\\\"\\\"\"]}");
            assertThat(at(studio.awaitTable(), "table", "phase")).isEqualTo("ready");
            Map<String, Object> code = studio.post(200, "/api/code", TestStudio.request(2));
            TrainingRequest request = TrainingRequest.parse(String.valueOf(code.get("json")), "code");
            assertThat(request.reading().missing()).containsExactlyInAnyOrder("\\", "\"\"\"");
            assertThat(request.table().location()).endsWith("points.csv");
            compile("Train", code);
        }
    }

    @Test
    void theProgramOfARowPredictsWhatThePageShows() throws Exception {
        try (TestStudio studio = TestStudio.start(
                folder.resolve("runs"),
                settings -> settings.commands(
                        request -> "",
                        (model, isClassification, row) -> model + " " + isClassification + " " + row,
                        TraceCommand.NONE))) {
            StringBuilder table = new StringBuilder("\"a \"\"b\"\" \\\",day,big,name,kind\n");
            for (int row = 0; row < 40; row++) {
                table.append("%s,2026-01-%02d,%s,\"tab\t\"\"%s\"\"\",%s\n"
                        .formatted(row % 7 == 0 ? "" : row + 0.5, row % 28 + 1, row % 3 == 0, row % 4, row % 2));
            }
            byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(studio.ask("PUT", "/api/data?name=odd.csv", bytes, "application/octet-stream")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(at(studio.awaitTable(), "table", "phase")).isEqualTo("ready");
            assertThat(at(studio.run(TestStudio.request(2)), "standing", "state"))
                    .isEqualTo("finished");
            for (int number : List.of(1, 3)) { // the first lacks a number
                Object row = studio.get("/api/runs/1/row?number=" + number).get("row");
                String body = WITH_NULLS.asString(Map.of("row", row));
                Map<String, Object> code = studio.post(200, "/api/runs/1/code", body);
                assertThat(JSON.std.mapFrom(code.get("json"))).isEqualTo(row);
                assertThat(String.valueOf(code.get("commandLine"))).contains("run-1", "true", "{");
                compile("Predict", code);
                List<String> said = run("Predict");
                Object predicted = studio.post(200, "/api/runs/1/predict", body).get("prediction");
                String label = String.valueOf(at(predicted, 0, "value"));
                assertThat(said).hasSize(2);
                assertThat(said.getFirst()).startsWith("kind: " + label);
                assertThat(((List<?>) predicted)
                                .stream()
                                        .filter(each -> at(each, "column").equals("probability_" + label))
                                        .map(each -> TestStudio.number(each, "value")))
                        .containsExactly(Double.parseDouble(said.getLast()));
            }
        }
    }

    /// What the program says has the numbers that the page shows.
    @Test
    void theProgramOfATraceSaysWhatThePageShows() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            assertThat(at(studio.run(TestStudio.request(2)), "standing", "state"))
                    .isEqualTo("finished");
            Map<String, Object> row = studio.get("/api/runs/1/trace/code?row=3&network=1");
            compile("Trace", row);
            assertThat(JSON.std.mapFrom(row.get("json"))).isEqualTo(at(studio.get("/api/runs/1/row?number=3"), "row"));
            double loss = TestStudio.number(
                    studio.get("/api/runs/1/trace?row=3&target=true&full=true"), "networks", 0, "loss", "value");
            assertThat(String.join("\n", run("Trace"))).contains("Layer 1 back", String.valueOf(loss));

            Map<String, Object> update = studio.get("/api/runs/1/update/code?epoch=2&step=1&network=1");
            compile("Update", update);
            assertThat(TrainingRequest.parse(String.valueOf(update.get("json")), "code")
                            .estimator()
                            .target()
                            .columns())
                    .isNotEmpty();
            assertThat(String.join("\n", run("Update"))).contains("Step 1 of epoch 2");
            assertThat(studio.ask("GET", "/api/runs/1/trace/code", "").statusCode())
                    .isEqualTo(400);
        }
    }

    /// The program says an iteration of the lesson that is chosen, also beyond the usual ones.
    @Test
    void theProgramOfALessonWalksThroughItsIteration() throws Exception {
        try (TestStudio studio = TestStudio.start(folder.resolve("runs"), settings -> settings)) {
            Map<String, Object> code =
                    studio.get("/api/lessons/2/code?iteration=100002&seed=3&hidden=2&activation=relu&start=centred");
            assertThat(JSON.std.mapFrom(code.get("json")))
                    .isEqualTo(Map.of(
                            "lesson",
                            2,
                            "seed",
                            3,
                            "iterations",
                            100_002,
                            "hidden",
                            2,
                            "activation",
                            "relu",
                            "start",
                            "centred"));
            compile("Iteration", studio.get("/api/lessons/2/code?iteration=7"));
            assertThat(run("Iteration").getFirst()).startsWith("Lesson 2, iteration 7");
            assertThat(studio.ask("GET", "/api/lessons/2/code?iteration=0", "").statusCode())
                    .isEqualTo(400);
        }
    }

    private void compile(String name, Map<String, Object> code) throws IOException {
        Path program = Files.writeString(folder.resolve(name + ".java"), String.valueOf(code.get("java")));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-cp", classes(), program.toString());
        assertThat(compiled).isZero();
    }

    private static String classes() {
        return System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", "");
    }

    /// The lines that a program says.
    private List<String> run(String name) throws Exception {
        Path said = folder.resolve(name + ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + classes(),
                        name)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(said);
    }

    @Test
    void twoRunsAreComparedByWhatDiffers() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            assertThat(studio.run(TestStudio.request(2))).containsEntry("number", 1);
            assertThat(studio.run(TestStudio.request(4))).containsEntry("number", 2);
            Map<String, Object> compared = studio.get("/api/runs/compare?first=1&second=2");
            assertThat(list(compared, "settings"))
                    .containsExactly(Map.of("name", "recipe.settings.epochs", "first", 2, "second", 4));
            assertThat(list(compared, "scores").stream().map(score -> at(score, "part")))
                    .contains("validation", "test");
            assertThat(at(compared, "scores", 0, "first", "value"))
                    .isEqualTo(at(
                            studio.get("/api/runs/1/training"),
                            "scores",
                            "validation",
                            "metrics",
                            String.valueOf(at(compared, "scores", 0, "metric"))));
            assertThat(studio.ask("GET", "/api/runs/compare?first=1&second=3", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void withoutAProgramThatWordsCommandsThereIsNone() throws Exception {
        try (TestStudio studio = TestStudio.withPoints(folder)) {
            assertThat(studio.post(200, "/api/code", TestStudio.request(2))).containsEntry("commandLine", "");
            assertThat(studio.ask("POST", "/api/code", "{\"target\": {\"columns\": []}}")
                            .body())
                    .contains("is needed");
            assertThat(List.of(404, 405))
                    .contains(studio.ask("GET", "/api/code", "").statusCode());
        }
    }
}
