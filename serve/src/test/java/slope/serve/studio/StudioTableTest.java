package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.serve.studio.TestStudio.at;
import static slope.serve.studio.TestStudio.list;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of the studio: sent, read, read otherwise, refused.
class StudioTableTest {
    private static final int MOST_UPLOAD = 1 << 20;

    @TempDir
    private Path folder;

    private TestStudio studio;

    @BeforeEach
    void start() throws Exception {
        studio = TestStudio.start(folder, settings -> settings.mostUpload(MOST_UPLOAD));
    }

    @AfterEach
    void end() {
        studio.close();
        assertThat(studio.log()).isEmpty();
    }

    private HttpResponse<String> upload(String name, String text) throws Exception {
        return studio.ask(
                "PUT", "/api/data?name=" + name, text.getBytes(StandardCharsets.UTF_8), "application/octet-stream");
    }

    @Test
    void withoutATableThereIsNothingToTell() throws Exception {
        assertThat(at(studio.get("/api/state"), "table", "phase")).isEqualTo("empty");
        assertThat(studio.ask("GET", "/api/data", "").statusCode()).isEqualTo(409);
        assertThat(studio.ask("POST", "/api/plan", "{\"target\": {\"columns\": [\"y\"]}}")
                        .body())
                .contains("no table is open");
    }

    @Test
    void aFileThatIsSentIsReadAndProfiled() throws Exception {
        assertThat(upload("points.csv", TestStudio.points()).statusCode()).isEqualTo(202);
        Map<String, Object> state = studio.awaitTable();
        assertThat(at(state, "table", "phase")).isEqualTo("ready");
        assertThat(at(state, "table", "shape", "rows")).isEqualTo(60);
        Map<String, Object> table = studio.get("/api/data");
        assertThat(table).containsEntry("suggestedTarget", "kind");
        assertThat(list(table, "columns").stream().map(column -> at(column, "kind")))
                .containsExactly("number", "number", "category", "category");
        List<Object> counts = list(table, "columns", 0, "spread", "counts");
        assertThat(counts.stream().mapToInt(count -> (Integer) count).sum()).isEqualTo(60);
        Map<String, Object> rows = studio.get("/api/data/rows?from=59&count=10");
        assertThat(list(rows, "rows")).hasSize(2);
        assertThat(rows).containsEntry("ofRows", 60);
    }

    @Test
    void aColumnIsToldWithItsEndsAndWhyItIsReadSo() throws Exception {
        assertThat(upload(
                                "codes.csv",
                                "x,code,day,word\n1,007,2020-01-02,a\n,8,2020-01-01,b\n1,9,,7\n-2,10,2020-01-03,\n")
                        .statusCode())
                .isEqualTo(202);
        assertThat(at(studio.awaitTable(), "table", "phase")).isEqualTo("ready");
        Map<String, Object> x = studio.get("/api/data/column?name=x");
        assertThat(at(x, "why")).isEqualTo("every value is a number");
        assertThat(at(x, "examples")).isEqualTo(List.of("1", "-2"));
        Map<String, Object> one = Map.of("text", "1", "count", 2);
        Map<String, Object> other = Map.of("text", "-2", "count", 1);
        assertThat(at(x, "ends")).isEqualTo(Map.of("lowest", List.of(other, one), "highest", List.of(one, other)));
        assertThat(at(studio.get("/api/data/column?name=code"), "why"))
                .isEqualTo("the numbers are codes: some have leading zeros, or more digits than a number keeps");
        Map<String, Object> day = studio.get("/api/data/column?name=day");
        assertThat(at(day, "why")).isEqualTo("every value is a date");
        assertThat(at(day, "ends", "lowest", 0, "text")).isEqualTo("2020-01-01");
        Map<String, Object> word = studio.get("/api/data/column?name=word");
        assertThat(at(word, "why")).isEqualTo("values such as \"a\" are no numbers");
        assertThat(word).doesNotContainKey("ends");
        assertThat(studio.ask("GET", "/api/data/column?name=y", "").statusCode())
                .isEqualTo(422);

        studio.post(202, "/api/data/read", "{\"categorical\": [\"x\"]}");

        assertThat(at(studio.awaitTable(), "table", "phase")).isEqualTo("ready");
        assertThat(at(studio.get("/api/data/column?name=x"), "why")).isEqualTo("read as categories, as you asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;y\n1,5;a\n2,5;b\n", "\uFEFFx,y\n1,a\n2,b\n", "x,y\n1,\"a\nb\"\n2,b\n"})
    void usualFormsOfCsvAreRead(String text) throws Exception {
        assertThat(upload("forms.csv", text).statusCode()).isEqualTo(202);
        assertThat(at(studio.awaitTable(), "table", "shape", "rows")).isEqualTo(2);
        assertThat(list(studio.get("/api/data"), "columns").stream().map(column -> at(column, "name")))
                .containsExactly("x", "y");
    }

    @Test
    void aBadCellIsToldWithItsPlaceAndWhatToDoAndThatHelps() throws Exception {
        assertThat(upload("bad.csv", "x,y\n1,a\n2,b\n3,c\n?,d\n").statusCode()).isEqualTo(202);
        Map<String, Object> failed = studio.awaitTable();
        assertThat(at(failed, "table", "phase")).isEqualTo("failed");
        Object problem = at(failed, "table", "problem");
        assertThat(String.valueOf(at(problem, "error"))).startsWith("bad.csv:5").contains("column \"x\"");
        assertThat(at(problem, "place", "file")).isEqualTo("bad.csv");
        assertThat(at(problem, "place", "line")).isEqualTo(5);
        Object remedy = list(problem, "remedies").stream()
                .filter(each -> at(each, "reading") != null && ((Map<?, ?>) at(each, "reading")).containsKey("missing"))
                .findFirst()
                .orElseThrow();
        assertThat(at(remedy, "reading")).isEqualTo(Map.of("missing", List.of("?")));

        studio.post(202, "/api/data/read", "{\"missing\": [\"?\"]}");

        Map<String, Object> ready = studio.awaitTable();
        assertThat(at(ready, "table", "phase")).isEqualTo("ready");
        assertThat(at(ready, "table", "source", "reading")).isEqualTo(Map.of("missing", List.of("?")));
        assertThat(at(studio.get("/api/data"), "columns", 0, "missing")).isEqualTo(1);
    }

    @Test
    void aBadLineIsSkippedIfThatIsWanted() throws Exception {
        assertThat(upload("ragged.csv", "x,y\n1,a\n2\n3,c\n").statusCode()).isEqualTo(202);
        Map<String, Object> failed = studio.awaitTable();
        assertThat(at(failed, "table", "phase")).isEqualTo("failed");
        assertThat(at(failed, "table", "problem", "error"))
                .as("what a button does is not said again")
                .isEqualTo("ragged.csv:3: found 1 field, wanted 2 as in the header; leave the field of a missing value"
                        + " empty");
        assertThat(at(failed, "table", "problem", "remedies", 0))
                .isEqualTo(Map.of("words", "skip such lines", "reading", Map.of("skipBadLines", true)));
        assertThat(at(failed, "table", "problem", "place", "line")).isEqualTo(3);
        assertThat(at(failed, "table", "problem", "place", "excerpt"))
                .isEqualTo(Map.of("before", "2", "field", "", "behind", ""));
        assertThat(at(studio.awaitState(state -> at(state, "table", "problem", "badLines") != null), "table", "phase"))
                .isEqualTo("failed");
        assertThat(at(studio.get("/api/state"), "table", "problem", "badLines")).isEqualTo(1);

        studio.post(202, "/api/data/read", "{\"skipBadLines\": true}");

        assertThat(at(studio.awaitTable(), "table", "shape", "rows")).isEqualTo(2);
        assertThat(list(studio.get("/api/data"), "notes"))
                .containsExactly("line 3 of ragged.csv is skipped: it has another number of fields than the header");
    }

    @Test
    void aTableIsReadAgainWithAnotherDelimiter() throws Exception {
        assertThat(upload("carets.csv", "a^b,c\n1^x,y\n2^z,y\n").statusCode()).isEqualTo(202);
        assertThat(at(studio.awaitTable(), "table", "source", "delimiter")).isEqualTo(",");

        studio.post(202, "/api/data/read", "{\"delimiter\": \"^\"}");

        assertThat(at(studio.awaitTable(), "table", "source", "delimiter")).isEqualTo("^");
        assertThat(list(studio.get("/api/data"), "columns").stream().map(column -> at(column, "name")))
                .containsExactly("a", "b,c");
        assertThat(studio.ask("POST", "/api/data/read", "{\"delimiter\": \"a\"}")
                        .body())
                .contains("not one character that separates fields");
    }

    @Test
    void aNameOfAFileIsNoWayToReadTheTable() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        assertThat(upload("points.csv", TestStudio.points()).statusCode()).isEqualTo(202);
        assertThat(at(studio.awaitTable(), "table", "phase")).isEqualTo("ready");
        for (String name : List.of("file", "query", "table", "sheet", "format", "drivers")) {
            HttpResponse<String> refused =
                    studio.ask("POST", "/api/data/read", "{\"%s\": \"%s\"}".formatted(name, secret));
            assertThat(refused.statusCode()).as(name).isEqualTo(422);
        }
        for (String part : List.of(
                "\"table\": {\"file\": \"secret.csv\"}",
                "\"outputs\": {\"model\": \"secret.csv\"}",
                "\"rows\": {\"testFile\": \"secret.csv\"}",
                "\"recipe\": {\"startFrom\": \"secret.csv\"}")) {
            String request = "{\"target\": {\"columns\": [\"kind\"]}, %s}".formatted(part);
            assertThat(studio.ask("POST", "/api/runs", request).statusCode())
                    .as(part)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".hidden.csv", "a%00.csv", "%3Cb%3E.csv"})
    void aNameThatNoFileShouldHaveIsRefused(String name) throws Exception {
        assertThat(upload(name, "x,y\n1,2\n").statusCode()).isEqualTo(400);
    }

    @Test
    void aPathInANameIsLeftOut() throws Exception {
        assertThat(upload("..%2F..%2Fpoints.csv", TestStudio.points()).statusCode())
                .isEqualTo(202);
        assertThat(at(studio.awaitTable(), "table", "source", "name")).isEqualTo("points.csv");
        assertThat(folder.getParent().resolve("points.csv")).doesNotExist();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingOfItIsKept() throws Exception {
        HttpResponse<String> refused = upload("large.csv", "x\n" + "1\n".repeat(MOST_UPLOAD));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("name it on the command line");
        assertThat(folder.resolve("tables")).doesNotExist();
    }

    @Test
    void theSameFileSentTwiceIsOne() throws Exception {
        for (int time = 0; time < 2; time++) {
            assertThat(upload("points.csv", TestStudio.points()).statusCode()).isEqualTo(202);
            assertThat(at(studio.awaitTable(), "table", "phase")).isEqualTo("ready");
        }
        try (var kept = Files.list(folder.resolve("tables"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xor", "spiral", "penguins"})
    void examplesComeWithTheirTarget(String name) throws Exception {
        studio.post(202, "/api/data/example", "{\"name\": \"%s\"}".formatted(name));
        assertThat(at(studio.awaitTable(), "table", "source", "from")).isEqualTo("example");
        Map<String, Object> plan = studio.post(
                200,
                "/api/plan",
                "{\"target\": {\"columns\": [\"%s\"]}}"
                        .formatted(studio.get("/api/data").get("suggestedTarget")));
        assertThat(list(plan, "task", "classes")).hasSizeBetween(2, 3);
        assertThat(studio.ask("POST", "/api/data/example", "{\"name\": \"iris\"}")
                        .body())
                .contains("there are xor, spiral, penguins");
    }

    @Test
    void theExampleOfPenguinsIsTheOneOfTheDocuments() throws Exception {
        try (var example = getClass().getResourceAsStream("data/penguins.csv")) {
            assertThat(example).hasBinaryContent(Files.readAllBytes(Path.of("../examples/penguins.csv")));
        }
    }

    @Test
    void sendingIsCancelled() throws Exception {
        String table = TestStudio.points();
        String begin = "PUT /api/data?name=points.csv HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nX-Slope: 1\r\n"
                        .formatted(studio.cookie())
                + "Content-Type: application/octet-stream\r\nConnection: close\r\nContent-Length: %s\r\n\r\n"
                        .formatted(table.length());
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), studio.address().getPort());
                EventReader events = studio.events("")) {
            socket.setSoTimeout(Math.toIntExact(TestStudio.PATIENCE.toMillis()));
            socket.getOutputStream().write((begin + table.substring(0, 100)).getBytes(StandardCharsets.US_ASCII));
            while (!at(events.next("state").json(), "table", "phase").equals("arriving")) {
                assertThat(at(studio.get("/api/state"), "table", "phase")).isIn("empty", "arriving");
            }
            Map<String, Object> state = TestStudio.json(202, studio.ask("DELETE", "/api/data/read", ""));
            assertThat(at(state, "table", "phase")).isEqualTo("cancelled");

            socket.getOutputStream().write(table.substring(100).getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 202 ")
                    .contains("\"cancelled\"");
            assertThat(at(studio.get("/api/state"), "table", "phase")).isEqualTo("cancelled");
        }
    }

    @Test
    void readingIsCancelled() throws Exception {
        assertThat(upload("points.csv", TestStudio.points()).statusCode()).isEqualTo(202);
        Map<String, Object> state = TestStudio.json(202, studio.ask("DELETE", "/api/data/read", ""));
        // It may have been read already; cancelled, it stays so.
        assertThat(at(state, "table", "phase")).isIn("cancelled", "ready");
    }

    @Test
    void whatThePlanSaysIsWhatTheCommandLineExplains() throws Exception {
        assertThat(upload("points.csv", TestStudio.points()).statusCode()).isEqualTo(202);
        assertThat(at(studio.awaitTable(), "table", "phase")).isEqualTo("ready");
        Map<String, Object> plan = studio.post(200, "/api/plan", TestStudio.request(3));
        assertThat(at(plan, "rows"))
                .isEqualTo(Map.of("ofTable", 60, "training", 36, "validation", 9, "test", 15, "unusable", 0));
        assertThat(at(plan, "columns", "used")).isEqualTo(List.of("x", "y", "color"));
        assertThat(list(plan, "settings", "settings"))
                .anySatisfy(setting -> assertThat(setting)
                        .isEqualTo(Map.of("name", "epochs", "value", 3, "source", "chosen", "usual", 100)));
        HttpResponse<String> refused = studio.ask("POST", "/api/plan", "{\"target\": {\"columns\": [\"kin\"]}}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kin");
    }
}
