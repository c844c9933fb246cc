package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.conformal.CoverageChoice;
import slope.fit.RowSelection;
import slope.model.Model;
import slope.onnx.Models;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import tools.jackson.jr.ob.JSON;

/// The sets of a model, over both ways to ask.
class SetsTest {
    private static final int ROWS = 120;

    private static Model model() {
        double[] heights = new double[ROWS];
        String[] kinds = new String[ROWS];
        String[] regions = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            heights[row] = row * 0.01;
            kinds[row] = row % 3 == 0 ? "yes" : "no";
            regions[row] = row % 2 == 0 ? "north" : "south";
        }
        Table table = Table.of(
                NumberColumn.of("height", heights),
                CategoryColumn.of("region", regions),
                CategoryColumn.of("kind", kinds));
        return Slope.predict("kind")
                .columns("height")
                .rows(RowSelection.defaults().coverage(CoverageChoice.of(0.8).by("region")))
                .recipe(Recipe.plain().hidden(List.of(4)).epochs(3))
                .fit(table)
                .model();
    }

    @Test
    void setsAreAnOutputAndTheirGroupAnInput(@TempDir Path folder) throws Exception {
        Model model = model();
        Path file = folder.resolve("m.onnx");
        Models.save(model, file);
        try (TestServer server =
                TestServer.start(ServeSettings.of(Map.of("m", file)).port(0))) {
            String described = server.get("/v2/models/m").body();
            assertThat(described).contains("\"name\":\"region\"", "\"name\":\"set\"");
            List<String> expected = new ArrayList<>();
            for (String region : List.of("north", "south", "east")) {
                expected.add(String.join(
                        ";",
                        model.predict(Map.of("height", 0.5, "region", region)).set()));
            }
            String rows = """
                [{"height": 0.5, "region": "north"}, {"height": 0.5, "region": "south"}, {"height": 0.5, "region": "east"}]
                """;
            assertThat(JSON.std.listFrom(server.post("/predict/m", rows).body()))
                    .extracting(row -> String.valueOf(((Map<?, ?>) row).get("set")))
                    .containsExactlyElementsOf(expected);
            String infer = """
                {"outputs": [{"name": "set"}], "inputs": [
                    {"name": "height", "shape": [3], "datatype": "FP64", "data": [0.5, 0.5, 0.5]},
                    {"name": "region", "shape": [3], "datatype": "BYTES", "data": ["north", "south", "east"]}]}
                """;
            Map<String, Object> answer = TestServer.json(server.post("/v2/models/m/infer", infer));
            Map<?, ?> output = (Map<?, ?>) ((List<?>) answer.get("outputs")).getFirst();
            assertThat(output.get("data")).isEqualTo(expected);
        }
    }
}
