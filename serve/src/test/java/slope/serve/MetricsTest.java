package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final String LINE =
            "(# (HELP|TYPE) [a-z_]+ .+)|([a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? [-+0-9.E]+)";

    @Test
    void requestsRowsFailuresAndDriftAreCounted() throws Exception {
        try (TestServer server = TestServer.start()) {
            String rows = """
                [{"height": 0.5, "colour": "red", "big": true, "day": "2026-03-01"},
                 {"height": 7, "colour": "pink", "big": null, "day": "1999-03-01"},
                 {"height": null, "colour": null, "big": true, "day": null}]\
                """;
            assertThat(server.post("/predict/kinds", rows).statusCode()).isEqualTo(200);
            assertThat(server.post("/predict/kinds", "{").statusCode()).isEqualTo(400);
            assertThat(server.post("/predict/%22kind%5C", rows).statusCode()).isEqualTo(404);

            String text = server.get("/metrics").body();

            assertThat(text.lines()).allMatch(line -> line.matches(LINE), "is a line of Prometheus's format");
            assertThat(text)
                    .contains(
                            "\nslope_requests_total{model_name=\"kinds\"} 2\n",
                            "\nslope_requests_total{model_name=\"\"} 1\n",
                            "\nslope_rows_total{model_name=\"kinds\"} 3\n",
                            "\nslope_failures_total{model_name=\"kinds\",code=\"400\"} 1\n",
                            "\nslope_failures_total{model_name=\"\",code=\"404\"} 1\n",
                            "\nslope_missing_values_total{model_name=\"kinds\",column=\"big\"} 1\n",
                            "\nslope_missing_values_total{model_name=\"kinds\",column=\"height\"} 1\n",
                            "\nslope_unseen_values_total{model_name=\"kinds\",column=\"colour\"} 1\n",
                            "\nslope_out_of_range_values_total{model_name=\"kinds\",column=\"height\"} 1\n",
                            "\nslope_out_of_range_values_total{model_name=\"kinds\",column=\"day\"} 1\n",
                            "\nslope_out_of_range_values_total{model_name=\"kinds\",column=\"colour\"} 0\n");
        }
    }

    /// A counter that begins with its first value shows no rise from nothing to one.
    @Test
    void columnsAreCountedFromTheStart() throws Exception {
        try (TestServer server = TestServer.start()) {
            String text = server.get("/metrics").body();
            for (String counter : List.of("missing", "unseen", "out_of_range")) {
                for (String column : List.of("height", "colour", "big", "day")) {
                    assertThat(text)
                            .contains("\nslope_%s_values_total{model_name=\"kinds\",column=\"%s\"} 0\n"
                                    .formatted(counter, column));
                }
            }
        }
    }

    @Test
    void timesHaveTheNamesThatKServeGivesThem() throws Exception {
        try (TestServer server = TestServer.start()) {
            String text = server.post("/predict/kinds", "{\"height\":1,\"colour\":\"red\",\"big\":true,\"day\":null}")
                            .body()
                    + server.get("/metrics").body();
            for (String part : List.of("preprocess", "predict", "postprocess")) {
                String name = "request_" + part + "_seconds";
                assertThat(text)
                        .contains(
                                "# HELP " + name + " ",
                                "# TYPE " + name + " histogram\n",
                                "\n" + name + "_bucket{model_name=\"kinds\",le=\"5.0E-5\"} ",
                                "\n" + name + "_bucket{model_name=\"kinds\",le=\"+Inf\"} 1\n",
                                "\n" + name + "_sum{model_name=\"kinds\"} ",
                                "\n" + name + "_count{model_name=\"kinds\"} 1\n");
            }
        }
    }
}
