package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.serve.studio.TestStudio.at;
import static slope.serve.studio.TestStudio.list;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.run.TrainingRequest;

/// What has been clicked together, as code, and two runs beside each other.
class StudioCodeTest {
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
            Path program = Files.writeString(folder.resolve("Train.java"), String.valueOf(code.get("java")));
            int compiled = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path")
                                    + File.pathSeparator
                                    + System.getProperty("jdk.module.path", ""),
                            program.toString());
            assertThat(compiled).isZero();
        }
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
