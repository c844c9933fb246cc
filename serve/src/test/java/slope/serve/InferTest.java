package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.target.Prediction;

/// Bodies written by hand from the specification of the protocol.
class InferTest {
    private static final String INFER = "/v2/models/kinds/infer";
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /// A request for two rows, with places for an input to be put in another form.
    private static String body(String height, String rest) {
        return """
            {"inputs": [
                %s,
                {"name": "colour", "shape": [2], "datatype": "BYTES", "data": ["red", null]},
                {"name": "big", "shape": [2], "datatype": "BOOL", "data": [true, false]},
                {"name": "day", "shape": [2], "datatype": "BYTES", "data": ["2026-03-01", "2026-04-01T00:00:00"]}
            ]%s}\
            """.formatted(height, rest);
    }

    private static String height(String shape, String datatype, String data) {
        return "{\"name\": \"height\", \"shape\": %s, \"datatype\": \"%s\", \"data\": %s}"
                .formatted(shape, datatype, data);
    }

    private static double yes(Double height, String colour, boolean big, LocalDate day) {
        Map<String, Object> row = new HashMap<>();
        row.put("height", height);
        row.put("colour", colour);
        row.put("big", big);
        row.put("day", day);
        Prediction prediction = TestModel.MODEL.predict(row);
        return prediction.probability("yes");
    }

    private static List<?> data(HttpResponse<String> response, String output) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        for (Object each : (List<?>) TestServer.json(response).get("outputs")) {
            Map<?, ?> tensor = (Map<?, ?>) each;
            if (tensor.get("name").equals(output)) {
                return (List<?>) tensor.get("data");
            }
        }
        throw new AssertionError("no output " + output + " in " + response.body());
    }

    @Test
    void predictionsAreThoseOfTheModel() throws Exception {
        HttpResponse<String> response =
                server.post(INFER, body(height("[2]", "FP64", "[0.25, null]"), ", \"id\": \"a-7\""));

        Map<String, Object> answer = TestServer.json(response);
        assertThat(answer).containsEntry("model_name", "kinds").containsEntry("id", "a-7");
        assertThat(answer.get("model_version")).asString().matches("[0-9a-f]{12}");
        assertThat(data(response, "probability_yes"))
                .isEqualTo(Arrays.asList(
                        yes(0.25, "red", true, LocalDate.of(2026, 3, 1)),
                        yes(null, null, false, LocalDate.of(2026, 4, 1))));
        assertThat(data(response, "prediction")).allMatch(List.of("yes", "no")::contains);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [2,1] | FP64  | [[0.25], [1]]
        [2]   | FP64  | [[0.25], [1]]
        [2,1] | FP64  | [0.25, 1]
        [2]   | FP32  | [0.25, 1]
        [2]   | BYTES | ["0.25", "1"]
        """)
    void shapesAndDatatypesMakeNoDifference(String shape, String datatype, String data) throws Exception {
        assertThat(data(server.post(INFER, body(height(shape, datatype, data), "")), "probability_yes"))
                .isEqualTo(List.of(
                        yes(0.25, "red", true, LocalDate.of(2026, 3, 1)),
                        yes(1.0, null, false, LocalDate.of(2026, 4, 1))));
    }

    @ParameterizedTest
    @CsvSource({"UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64"})
    void wholeNumbersAreNumbers(String datatype) throws Exception {
        assertThat(data(server.post(INFER, body(height("[2]", datatype, "[1, 0]"), "")), "probability_yes"))
                .isEqualTo(List.of(
                        yes(1.0, "red", true, LocalDate.of(2026, 3, 1)),
                        yes(0.0, null, false, LocalDate.of(2026, 4, 1))));
    }

    @Test
    void aSingleFloatIsWhatItIsInBinary() throws Exception {
        assertThat(data(server.post(INFER, body(height("[2]", "FP32", "[0.1, 0.1]"), "")), "probability_yes")
                        .getFirst())
                .isEqualTo(yes((double) 0.1f, "red", true, LocalDate.of(2026, 3, 1)));
    }

    @Test
    void onlyTheOutputsThatAreAskedForCome() throws Exception {
        HttpResponse<String> response = server.post(
                INFER,
                body(
                        height("[2]", "FP64", "[0, 1]"),
                        ", \"outputs\": [{\"name\": \"probability_yes\"}, {\"name\": \"prediction\"}]"));

        assertThat((List<?>) TestServer.json(response).get("outputs"))
                .extracting(output -> ((Map<?, ?>) output).get("name"))
                .isEqualTo(List.of("probability_yes", "prediction"));
    }

    @Test
    void truthsMayBeOnesAndZeros() throws Exception {
        String numbers = body(height("[2]", "FP64", "[0.25, null]"), "")
                .replace("\"BOOL\", \"data\": [true, false]", "\"INT8\", \"data\": [1, 0]");
        assertThat(data(server.post(INFER, numbers), "probability_yes"))
                .isEqualTo(data(
                        server.post(INFER, body(height("[2]", "FP64", "[0.25, null]"), "")), "probability_yes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        [3]    | FP64  | [0, 1]              | has 2 values for 3 rows
        [2]    | FP64  | [0]                 | has 1 values for 2 rows
        [1,2]  | FP64  | [0, 1]              | [n] or [n,1]
        [2,1,1]| FP64  | [0, 1]              | [n] or [n,1]
        []     | FP64  | [0, 1]              | [n] or [n,1]
        [0]    | FP64  | []                  | at least one row
        [-2]   | FP64  | [0, 1]              | at least one row
        [2]    | FP64  | ["a", 1]            | which is no FP64
        [2]    | FP64  | [{}, 1]             | numbers, text, true, false or null
        [2]    | BYTES | ["a", "1"]          | a number was expected
        [2]    | BYTES | [1, 2]              | which is no BYTES
        [2]    | BOOL  | [true, false]       | a number was expected
        [2]    | BOOL  | [1, 0]              | which is no BOOL
        [2]    | INT8  | [0, 128]            | 128 in row 2, which is no INT8
        [2]    | UINT8 | [0, -1]             | which is no UINT8
        [2]    | INT64 | [0, 0.5]            | which is no INT64
        [2]    | INT64 | [0, 9007199254740993] | no FP64 holds exactly
        [2]    | FP64  | [0, 9007199254740993] | no FP64 holds exactly
        [2]    | FP32  | [0, 16777217]       | no FP32 holds exactly
        [2]    | FP16  | [0, 1]              | binary
        [2]    | FP64  | [0, 1e999]          | an infinite number
        [2]    | FP65  | [0, 1]              | there are BOOL
        """)
    void whatIsNoTensorOfTheModelIsRefused(String shape, String datatype, String data, String wanted) throws Exception {
        assertRefused(server.post(INFER, body(height(shape, datatype, data), "")), wanted);
    }

    private static void assertRefused(HttpResponse<String> response, String wanted) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestServer.json(response)).containsOnlyKeys("error");
        assertThat(TestServer.json(response).get("error")).asString().contains(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ~~                                     | the body is empty
        {                                      | this is no JSON in line 1
        []                                     | has to be an object
        {}                                     | has no columns
        {"inputs": {}}                         | lists of tensors
        {"inputs": [1]}                        | object with a name
        {"inputs": [], "inputs": []}           | stands twice
        {"inputs": []} {}                      | something follows
        {"id": 7, "inputs": []}                | "id" has to be text
        {"inputs": [{"shape": [1]}]}           | needs a name
        """)
    void whatIsNoRequestIsRefused(String body, String wanted) throws Exception {
        assertRefused(server.post(INFER, body), wanted);
    }

    @Test
    void whatIsNestedTooDeepIsRefused() throws Exception {
        assertRefused(server.post(INFER, "{\"x\":" + "[".repeat(100_000)), "nested deeper");
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() throws Exception {
        String heights = height("[2]", "FP64", "[0, 1]");
        assertRefused(server.post(INFER, body(heights.replace("height", "hieght"), "")), "did you mean \"hieght\"");
        assertRefused(
                server.post(INFER, body(heights, ", \"outputs\": [{\"name\": \"probabilty_yes\"}]")),
                "did you mean \"probability_yes\"");
        assertRefused(server.post(INFER, body(heights + "," + heights, "")), "two tensors are named \"height\"");
    }

    /// As MLServer's own types are written.
    @Test
    void whatIsLeftOutMayBeNull() throws Exception {
        String nulls = body(
                height("[2]", "FP64", "[0, 1]").replace("{", "{\"parameters\": null, "),
                ", \"id\": null, \"parameters\": null, \"outputs\": null");
        assertThat(data(server.post(INFER, nulls), "prediction")).hasSize(2);
    }

    @Test
    void packedBodiesAreRefused() throws Exception {
        assertThat(server.post(INFER, "{}", "Content-Encoding", "gzip").statusCode())
                .isEqualTo(415);
    }

    @Test
    void otherColumnsAreIgnored() throws Exception {
        String more = "{\"name\": \"x\", \"shape\": [5], \"datatype\": \"ODD\", \"data\": [1]}, ";
        assertThat(data(server.post(INFER, body(more + height("[2]", "FP64", "[0, 1]"), "")), "prediction"))
                .hasSize(2);
    }

    @Test
    void attributionsNeedBackgroundRows() throws Exception {
        assertRefused(
                server.post(INFER, body(height("[2]", "FP64", "[0, 1]"), ", \"parameters\": {\"explain\": true}")),
                "background rows");
    }
}
