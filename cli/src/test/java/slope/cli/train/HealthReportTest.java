package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

class HealthReportTest {

    @Test
    void oneLineSaysThatAllIsWell() {
        assertThat(train().out())
                .containsPattern("health +\\d+ of 96 units dead, 0 saturated;"
                        + " gradients [0-9.e-]+ in the first layer, [0-9.e-]+ in the last\n  calibration ");
    }

    @Test
    void vanishingGradientsGetALineWithTheCause() {
        assertThat(train("--hidden=16,16,16,16,16,16,16,16", "--activation=sigmoid")
                        .out())
                .contains("gradients vanish on their way to the first layer (")
                .contains("the derivative of sigmoid is at most 1/4");
    }

    @Test
    @SuppressWarnings("unchecked")
    void programsGetEveryLayer() throws Exception {
        Map<String, Object> report =
                JSON.std.mapFrom(train("--folds=2", "--json").out());
        Map<String, Object> training = (Map<String, Object>) report.get("training");
        List<Map<String, Object>> networks = (List<Map<String, Object>>) training.get("health");

        assertThat(networks)
                .hasSize(2)
                .allSatisfy(health -> assertThat(health)
                        .containsKeys("rows", "firstGradient", "lastGradient")
                        .containsEntry("gradientFlow", "healthy"));
        List<Map<String, Object>> layers =
                (List<Map<String, Object>>) networks.getFirst().get("layers");
        assertThat(layers).hasSize(2);
        assertThat(layers.getFirst())
                .containsEntry("layer", 1)
                .containsEntry("activation", "relu")
                .containsEntry("units", 64)
                .containsEntry("saturated", 0)
                .containsKey("dead");
    }

    private static Ran train(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("train", "../examples/penguins.csv", "--target=species", "--recipe=plain", "--epochs=10"));
        arguments.addAll(List.of(more));
        return Ran.slope(arguments.toArray(String[]::new));
    }
}
