package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.DataException;
import slope.tables.TableFiles;
import tools.jackson.jr.ob.JSON;

/// Attributions beside predictions.
class ExplainedTest {
    private static final String INFER = "/v2/models/kinds/infer";

    @TempDir
    private Path folder;

    private TestServer started() throws Exception {
        Path background = folder.resolve("rows.csv");
        TableFiles.write(TestModel.rows(2), background);
        return TestServer.start(TestServer.settings().background(background));
    }

    private static String body(int rows) {
        String heights = String.join(", ", Collections.nCopies(rows, "0.25"));
        String colours = String.join(", ", Collections.nCopies(rows, "\"red\""));
        String nothing = String.join(", ", Collections.nCopies(rows, "null"));
        String inputs = input("height", "FP64", rows, heights)
                + "," + input("colour", "BYTES", rows, colours)
                + "," + input("big", "BOOL", rows, nothing)
                + "," + input("day", "BYTES", rows, nothing);
        return "{\"parameters\": {\"explain\": true}, \"inputs\": [" + inputs + "]}";
    }

    private static String input(String name, String datatype, int rows, String data) {
        return "{\"name\": \"%s\", \"datatype\": \"%s\", \"shape\": [%s], \"data\": [%s]}"
                .formatted(name, datatype, rows, data);
    }

    /// The output tensors by name.
    private static Map<String, Map<?, ?>> outputs(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Map<String, Map<?, ?>> outputs = new LinkedHashMap<>();
        for (Object output : (List<?>) JSON.std.mapFrom(response.body()).get("outputs")) {
            Map<?, ?> tensor = (Map<?, ?>) output;
            outputs.put((String) tensor.get("name"), tensor);
        }
        return outputs;
    }

    private static double number(Map<String, Map<?, ?>> outputs, String name, int index) {
        return ((Number) ((List<?>) outputs.get(name).get("data")).get(index)).doubleValue();
    }

    @Test
    void baseAndContributionsAddUpToTheProbabilities() throws Exception {
        try (TestServer server = started()) {
            Map<String, Map<?, ?>> outputs = outputs(server.post(INFER, body(2)));

            assertThat(outputs.get("attribution_outputs").get("data")).isEqualTo(List.of("no", "yes"));
            assertThat(outputs.get("attribution_base").get("shape")).isEqualTo(List.of(2));
            assertThat(outputs.get("attribution_height").get("shape")).isEqualTo(List.of(2, 2));
            for (int row = 0; row < 2; row++) {
                for (int output = 0; output < 2; output++) {
                    double sum = number(outputs, "attribution_base", output);
                    for (String column : List.of("height", "colour", "big", "day")) {
                        sum += number(outputs, "attribution_" + column, 2 * row + output);
                    }
                    String probability = output == 0 ? "probability_no" : "probability_yes";
                    assertThat(sum).isCloseTo(number(outputs, probability, row), within(1e-6));
                }
            }
        }
    }

    @Test
    void outputsChooseSomeOfThem() throws Exception {
        try (TestServer server = started()) {
            String chosen = body(1).replaceFirst(
                            "\\{",
                            "{\"outputs\": [{\"name\": \"attribution_day\"}, {\"name\":"
                                    + " \"prediction\"}, {\"name\": \"attribution_base\"}],");
            assertThat(outputs(server.post(INFER, chosen)))
                    .containsOnlyKeys("prediction", "attribution_day", "attribution_base");
            String alone = body(1).replaceFirst("\\{", "{\"outputs\": [{\"name\": \"prediction\"}],");
            assertThat(outputs(server.post(INFER, alone))).hasSize(7);
            assertThat(server.post(INFER, chosen.replace("\"explain\": true", "\"explain\": false"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void theyAreForTenRows() throws Exception {
        try (TestServer server = started()) {
            assertThat(server.post(INFER, body(10)).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = server.post(INFER, body(11));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("at most 10 rows, and the request has 11");
        }
    }

    @Test
    void backgroundRowsHaveTheColumnsOfTheModel() throws Exception {
        Path background = folder.resolve("other.csv");
        Files.writeString(background, "height,colour\n1,red\n");
        assertThatThrownBy(() -> TestServer.start(TestServer.settings().background(background)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("big");
    }
}
