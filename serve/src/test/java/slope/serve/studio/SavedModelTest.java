package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slope.serve.studio.TestStudio.at;
import static slope.serve.studio.TestStudio.list;
import static slope.serve.studio.TestStudio.number;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.report.json.JsonText;
import slope.report.trace.RowTrace;
import slope.report.trace.TraceReport;
import slope.report.trace.UpdateReport;
import slope.run.ModelAndRows;
import slope.run.TracedUpdate;
import slope.table.DataException;
import slope.tables.ReadOptions;
import slope.tables.TableSource;
import tools.jackson.jr.ob.JSON;

/// A saved model that no run of the studio trained, with the rows of the table that is open.
class SavedModelTest {
    private static final String MODEL = "/api/models/1";

    @TempDir
    private static Path folder;

    private static Path table;
    private static Path model;
    private static TestStudio studio;

    @BeforeAll
    static void train() throws Exception {
        try (TestStudio training = TestStudio.withPoints(folder.resolve("training"))) {
            assertThat(at(training.run(TestStudio.request(3)), "standing", "state"))
                    .isEqualTo("finished");
        }
        model = Files.copy(folder.resolve("training/runs/run-1/model.onnx"), folder.resolve("points.onnx"));
        table = folder.resolve("training/points.csv");
        studio = TestStudio.start(
                folder.resolve("seeing"),
                settings -> settings.table(TableSource.of(table.toString())).models(List.of(model)));
        studio.awaitTable();
    }

    @AfterAll
    static void end() {
        studio.close();
        assertThat(studio.log()).isEmpty();
    }

    @Test
    void aModelThatIsNamedAtTheStartIsOpen() throws Exception {
        Map<String, Object> models = studio.get("/api/models");
        assertThat(at(models, "models", 0, "file")).isEqualTo("points.onnx");
        assertThat(at(models, "models", 0, "task", "columns")).isEqualTo(List.of("kind"));
        assertThat(list(studio.get(MODEL + "/model"), "networks")).hasSize(1);
        assertThat(studio.ask("GET", "/api/models/2/model", "").statusCode()).isEqualTo(404);
        assertThat(studio.ask("GET", "/api/models/x/model", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aRowAndAnUpdateAreThoseOfTheCommandLine() throws Exception {
        ModelAndRows rows = ModelAndRows.read(model, table.toString(), ReadOptions.none());
        Map<String, Object> alone = JSON.std.mapFrom(JsonText.of(TraceReport.of(RowTrace.withTarget(rows, 17))));
        Map<String, Object> told = studio.get(MODEL + "/trace?row=17&target=true");
        assertThat(at(told, "networks")).isEqualTo(at(alone, "networks"));

        TracedUpdate.Place place = new TracedUpdate.Place(OptionalInt.empty(), 2, 1);
        TracedUpdate update =
                TracedUpdate.of(model, TableSource.of(table.toString()), Optional.empty(), Optional.empty(), place);
        assertThat(at(studio.get(MODEL + "/update?epoch=2&step=1"), "parameters"))
                .isEqualTo(at(JSON.std.mapFrom(JsonText.of(UpdateReport.of(update, false))), "parameters"));
    }

    @Test
    void testRowsAreThoseOfItsTraining() throws Exception {
        assertThat(at(studio.get(MODEL + "/evaluation"), "rows", "rows")).isEqualTo(15);
        assertThat(at(studio.get(MODEL + "/rows"), "ofRows")).isEqualTo(15);
    }

    @Test
    void aModelThatThePageSendsIsOpenedOnceAndWithRowsThatAreNewToIt() throws Exception {
        try (TestStudio other = TestStudio.start(folder.resolve("sent"))) {
            byte[] bytes = Files.readAllBytes(model);
            for (int time = 0; time < 2; time++) {
                Map<String, Object> models = TestStudio.json(
                        201, other.ask("PUT", "/api/models?name=points.onnx", bytes, "application/octet-stream"));
                assertThat(list(models, "models")).hasSize(1);
            }
            assertThat(other.ask("GET", MODEL + "/trace?row=1", "").body()).contains("no table is open");
            byte[] rows = "x,y,color\n0.5,0.1,red\n-0.5,,blue\n".getBytes(StandardCharsets.UTF_8);
            other.ask("PUT", "/api/data?name=new.csv", rows, "application/octet-stream");
            other.awaitTable();
            Map<String, Object> trace = other.get(MODEL + "/trace?row=2&target=true&full=true");
            assertThat(number(trace, "row", "x")).isEqualTo(-0.5);
            assertThat(((Map<?, ?>) at(trace, "networks", 0)).containsKey("loss"))
                    .isFalse();
            assertThat(((Map<?, ?>) other.get(MODEL + "/row?number=2")).containsKey("observed"))
                    .isFalse();
            assertThat(other.ask("GET", MODEL + "/evaluation", "").body()).contains("kind");

            byte[] unlike = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
            other.ask("PUT", "/api/data?name=unlike.csv", unlike, "application/octet-stream");
            other.awaitTable();
            assertThat(other.ask("GET", MODEL + "/trace?row=1", "").body()).contains("color");
        }
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        byte[] text = "no model".getBytes(StandardCharsets.UTF_8);
        assertThat(studio.ask("PUT", "/api/models?name=text.onnx", text, "application/octet-stream")
                        .statusCode())
                .isEqualTo(422);
        assertThat(list(studio.get("/api/models"), "models")).hasSize(1);
        Path file = Files.write(folder.resolve("text.onnx"), text);
        assertThatThrownBy(() -> TestStudio.start(folder.resolve("none"), settings -> settings.models(List.of(file))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("text.onnx");
    }
}
