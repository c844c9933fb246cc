package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import tools.jackson.jr.ob.JSON;

/// A row has the same bits by itself, in a request of many rows, and beside other requests.
class SameBitsTest {
    private static final int CLIENTS = 32;
    private static final int REQUESTS = 40;

    private static final Table ROWS = TestModel.rows(2);
    private static final ClassPredictions EXPECTED = (ClassPredictions) TestModel.MODEL.predict(ROWS);
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
        assertThat(server.log()).isEmpty();
    }

    private static String json(int row) {
        List<String> cells = new ArrayList<>();
        for (Map.Entry<String, ColumnKind> column : TestModel.MODEL.columns().entrySet()) {
            var cellsOf = ROWS.column(column.getKey());
            String value = cellsOf.isMissing(row)
                    ? "null"
                    : cellsOf instanceof NumberColumn || column.getValue() == ColumnKind.BOOLEAN
                            ? cellsOf.text(row)
                            : "\"" + cellsOf.text(row) + "\"";
            cells.add("\"%s\": %s".formatted(column.getKey(), value));
        }
        return "{" + String.join(", ", cells) + "}";
    }

    private static List<Double> probabilities(String body) throws Exception {
        var response = server.post("/predict/kinds", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<Double> probabilities = new ArrayList<>();
        for (Object row : JSON.std.listFrom(response.body())) {
            probabilities.add((Double) ((Map<?, ?>) row).get("probability_yes"));
        }
        return probabilities;
    }

    private static double expected(int row) {
        return EXPECTED.probability(row, "yes");
    }

    @Test
    void aRowIsTheSameByItselfAndAmongMany() throws Exception {
        List<String> all = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (int row = 0; row < ROWS.rows(); row++) {
            assertThat(probabilities(json(row))).containsExactly(expected(row));
            all.add(json(row));
            expected.add(expected(row));
        }
        assertThat(probabilities(all.toString())).isEqualTo(expected);
    }

    @Test
    void aRowIsTheSameBesideOtherRequests() throws Exception {
        List<Future<Integer>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                clients.add(threads.submit(() -> {
                    for (int request = 0; request < REQUESTS; request++) {
                        int row = (first * 7 + request) % (ROWS.rows() - 1);
                        assertThat(probabilities("[" + json(row) + "," + json(row + 1) + "]"))
                                .containsExactly(expected(row), expected(row + 1));
                    }
                    return REQUESTS;
                }));
            }
            for (Future<Integer> client : clients) {
                assertThat(client.get(5, TimeUnit.MINUTES)).isEqualTo(REQUESTS);
            }
        }
        assertThat(server.get("/metrics").body()).contains("slope_requests_in_flight 0");
    }
}
