package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.model.Model;
import slope.network.Network;
import slope.onnx.Models;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.target.Classes;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetScale;
import tools.jackson.jr.ob.JSON;

/// Parameters and predictions that are not finites are said, and end nothing.
class NonFiniteTest {
    private static final TableEncoder ENCODING =
            new TableEncoder(List.of(new NumberEncoder("a", 0, new Scaler.Unchanged())));
    private static final Target NUMBER =
            new Numbers(List.of(new TargetScale("y", 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
    private static final Target CLASSES = new Classes("y", List.of("0", "1", "2"));

    @TempDir
    private Path folder;

    private String rows = "";

    @BeforeEach
    void writeRows() throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, """
            a,y
            0,0
            1,1
            1e30,2
            1e38,1
            """);
        rows = file.toString();
    }

    @Test
    void inspectTellsHowManyParametersAreNotAndWhere() throws Exception {
        String model = save(NUMBER, 2, Float.NaN);
        Ran ran = Ran.slope("inspect", model, "--json");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err())
                .isEqualTo("slope: 1 of the parameters in " + model + " is not finite (NaN or infinite), the first"
                        + " in layer 1 weights: do not trust what it predicts\n");
        assertThat(ran.out()).contains("\"nonFinite\" : 1", "\"firstNonFinite\" : {", "\"role\" : \"weights\"");
    }

    @Test
    void infiniteOnesAreToldAsWell() {
        String model = save(CLASSES, 2, Float.POSITIVE_INFINITY);
        assertThat(Ran.slope("inspect", model).err()).contains("1 of the parameters in");
    }

    @Test
    void predictTellsHowManyRowsAndTheFirst() {
        Ran ran = Ran.slope("predict", save(NUMBER, 2, Float.NaN), rows);
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines()).hasSize(5);
        assertThat(ran.err())
                .contains("slope: 4 of 4 predictions are not finite (NaN or infinite), the first in row 1\n");
    }

    /// A class is told for each row, so that nothing else would show it.
    @Test
    void classesOfOverflowingLogitsAreTold() {
        Ran ran = Ran.slope("predict", save(CLASSES, 1e5f, -1e5f), rows, "--json");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err())
                .isEqualTo("slope: 1 of 4 predictions is not finite (NaN or infinite), the first in row 4\n");
    }

    @Test
    void evaluateTellsItToo() throws Exception {
        for (Target target : List.of(NUMBER, CLASSES)) {
            Ran ran = Ran.slope("evaluate", save(target, 2, Float.NaN), rows, "--json");
            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.err()).contains("4 of 4 predictions are not finite");
            Map<String, Object> json = JSON.std.mapFrom(ran.out());
            assertThat((Map<?, ?>) ((Map<?, ?>) json.get("rows")).get("predicted"))
                    .extracting("nonFinite")
                    .isEqualTo(Map.of("count", 4, "rows", 4, "first", 1));
            assertThat(Ran.slope("evaluate", save(target, 2, Float.NaN), rows).exitCode())
                    .isZero();
        }
    }

    @Test
    void ofFiniteNumbersNothingIsSaid() {
        assertThat(Ran.slope("predict", save(NUMBER, 2, 1), rows).err()).isEmpty();
    }

    /// A network of two weights; the others are 0.
    private String save(Target target, float first, float second) {
        Architecture architecture = Architecture.inputs(1).dense(target.equals(NUMBER) ? 2 : 3, Activation.IDENTITY);
        if (target.equals(NUMBER)) {
            architecture = architecture.dense(1, Activation.IDENTITY);
        }
        float[] parameters = new float[architecture.parameterLayout().length()];
        parameters[0] = first;
        parameters[1] = second;
        if (target.equals(NUMBER)) {
            parameters[4] = 1;
            parameters[5] = 1;
        }
        Path file = folder.resolve("model.onnx");
        Models.save(
                new Model(
                        ENCODING,
                        target,
                        Network.of(architecture, Parameters.of(architecture.parameterLayout(), parameters))),
                file);
        return file.toString();
    }
}
