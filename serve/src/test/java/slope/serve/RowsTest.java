package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

class RowsTest {
    private static final String PREDICT = "/predict/kinds";
    private static final String ROW = "{\"height\": 0.25, \"colour\": \"red\", \"big\": true, \"day\": \"2026-03-01\"}";
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static List<Object> rows(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.std.listFrom(response.body());
    }

    private static HttpResponse<String> csv(String body, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "text/csv; charset=utf-8";
        return server.post(PREDICT, body, all);
    }

    @Test
    void jsonAndCsvAreTheSameRows() throws Exception {
        List<Object> ofJson = rows(server.post(PREDICT, "[" + ROW + ", {\"big\": null, \"other\": [1, {}]}]"));
        List<Object> ofCsv = rows(
                csv("day,colour,height,other,big\n2026-03-01,red,0.25,x,TRUE\n,,,y,\n", "Accept", "application/json"));

        assertThat(ofJson).hasSize(2).isEqualTo(ofCsv);
        assertThat((Map<?, ?>) ofJson.getFirst())
                .extracting(row -> row.keySet().toString())
                .isEqualTo("[prediction, probability_no, probability_yes]");
    }

    @Test
    void oneRowMayStandAlone() throws Exception {
        assertThat(rows(server.post(PREDICT, ROW))).isEqualTo(rows(server.post(PREDICT, "[" + ROW + "]")));
    }

    /// A small packed body may be a large one, which no limit of bodies holds.
    @Test
    void packedCsvIsRefused() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("day,colour,height,big\n2026-03-01,red,0.25,true\n".getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> response = server.send("POST", PREDICT, packed.toByteArray(), "Content-Type", "text/csv");
        assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void csvIsAnsweredAsCsv() throws Exception {
        HttpResponse<String> response = csv("day,colour,height,big\n2026-03-01,red,0.25,true\n");

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(response.body().lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("prediction,probability_no,probability_yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        []                        | has no rows
        7                         | a list of rows was expected
        [7]                       | a row was expected
        [{"hieght": 1}]           | has no columns
        [{                        | no JSON in line 1
        [{"height": "tall"}]      | column "height" has "tall" in row 1; a number was expected
        [{"height": [1]}]         | has a list or an object in row 1
        [{"height": true}]        | a number was expected
        [{"height": 1e999}]       | an infinite number
        [{"big": "maybe"}]        | the model wants true/false
        [{"big": 1}]              | the model wants true/false
        [{"day": "soon"}]         | a date
        """)
    void whatIsNoRowIsRefused(String body, String wanted) throws Exception {
        HttpResponse<String> response = server.post(PREDICT, filled(body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestServer.json(response).get("error")).asString().contains(wanted);
    }

    /// With the columns that are not the matter.
    private static String filled(String body) {
        String filled = body;
        for (String column : List.of("height", "colour", "big", "day")) {
            if (body.contains("}") && !body.contains("\"" + column + "\"") && !body.contains("hieght")) {
                filled = filled.replace("}", ", \"" + column + "\": null}");
            }
        }
        return filled;
    }

    @Test
    void wrongCsvIsRefusedWithItsLine() throws Exception {
        HttpResponse<String> response = csv("day,colour,height,big\n,,,\n,red,tall,\n");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestServer.json(response).get("error"))
                .isEqualTo("body:3: column \"height\" has \"tall\"; a number was expected");
        assertThat(csv("").statusCode()).isEqualTo(400);
        assertThat(csv("day,colour\n,\n").body()).contains("has no columns");
    }

    @Test
    void otherTypesAreRefused() throws Exception {
        assertThat(server.post(PREDICT, "<rows/>", "Content-Type", "text/xml").statusCode())
                .isEqualTo(415);
    }
}
