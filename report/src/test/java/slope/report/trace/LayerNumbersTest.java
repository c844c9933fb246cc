package slope.report.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.RowSelection;
import slope.onnx.ModelFile;
import slope.recipe.Norm;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.report.Trained;
import slope.report.trace.NumberArray.Kind;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.TracedUpdate;
import slope.run.TrainingRequest;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.tables.TableSource;

/// The formulas of layers and of Adam, from the numbers of the reports alone.
class LayerNumbersTest {
    private static final Recipe ENSEMBLE =
            Recipe.ensemble().with(Setting.MEMBERS, 2).hidden(List.of(4)).epochs(2);
    private static final Recipe RESIDUAL = Recipe.plain()
            .hidden(List.of(4, 4))
            .with(Setting.NORM, Norm.LAYER)
            .with(Setting.RESIDUAL, true)
            .epochs(2);
    private static final Recipe TUNED = Recipe.tuned().hidden(List.of(4)).epochs(2);
    private static final Table ROW = TableFiles.read(Trained.PENGUINS).select(new int[] {16});

    @TempDir
    private Path folder;

    /// x + f(x) forward; backward, the error of the block goes past its layers and through them.
    @Test
    void aResidualBlockAddsWhatItsLayersMake() throws Exception {
        TracedLayer block = traced(RESIDUAL, 2);
        List<NumberArray> numbers = block.numbers().orElseThrow();
        List<TracedLayer> inside = block.layers().orElseThrow();
        List<NumberArray> first = inside.getFirst().numbers().orElseThrow();
        List<NumberArray> last = inside.getLast().numbers().orElseThrow();

        assertThat(values(first, Kind.INPUTS)).isEqualTo(values(numbers, Kind.INPUTS));
        assertThat(values(last, Kind.ERROR)).isEqualTo(values(numbers, Kind.ERROR));
        for (int unit = 0; unit < 4; unit++) {
            assertThat(values(numbers, Kind.INPUTS).get(unit)
                            + values(last, Kind.OUTPUTS).get(unit))
                    .isEqualTo(values(numbers, Kind.OUTPUTS).get(unit));
            assertThat(values(numbers, Kind.ERROR).get(unit)
                            + values(first, Kind.INPUT_ERROR).get(unit))
                    .isEqualTo(values(numbers, Kind.INPUT_ERROR).get(unit));
        }
        assertThat(inside).allMatch(layer -> layer.backward().isPresent());
    }

    /// The formula of a norm, and that of its way back, from the numbers of the report alone.
    @Test
    void aNormHasTheNumbersOfItsFormulas() throws Exception {
        TracedLayer norm = traced(RESIDUAL, 1);
        List<NumberArray> numbers = norm.numbers().orElseThrow();
        NormalizedRow row = norm.normalized().orElseThrow().getFirst();
        NormalizedRow.NormalizedBack back = row.backward().orElseThrow();
        List<Double> weights = parameters(numbers, "layer 2 norm weights");
        List<Double> bias = parameters(numbers, "layer 2 norm bias");

        assertThat(row.values()).hasSize(4);
        for (int unit = 0; unit < 4; unit++) {
            double input = values(numbers, Kind.INPUTS).get(unit);
            double value = row.values().get(unit);
            double delta = values(numbers, Kind.DELTA).get(unit);
            double passed = (delta * weights.get(unit) - back.mean() - value * back.meanProduct()) / row.deviation();
            assertThat((input - row.mean()) / row.deviation()).isCloseTo(value, within(1e-12));
            assertThat(value * weights.get(unit) + bias.get(unit))
                    .isCloseTo(values(numbers, Kind.PRE_ACTIVATIONS).get(unit), within(1e-12));
            assertThat(passed).isCloseTo(values(numbers, Kind.INPUT_ERROR).get(unit), within(1e-12));
        }
    }

    /// The error that a layer passes back is that of the layer before.
    @Test
    void eachLayerPassesItsErrorBack() throws Exception {
        for (Recipe recipe : List.of(ENSEMBLE, RESIDUAL, TUNED)) {
            List<TracedLayer> layers = TraceReport.of(trace(recipe), TracePart.ALL)
                    .networks()
                    .getFirst()
                    .layers();
            for (int index = 1; index < layers.size(); index++) {
                List<NumberArray> before = layers.get(index - 1).numbers().orElseThrow();
                List<NumberArray> numbers = layers.get(index).numbers().orElseThrow();
                assertThat(values(numbers, Kind.INPUT_ERROR)).isEqualTo(values(before, Kind.ERROR));
            }
        }
    }

    /// With the scale that the optimizer sees weights in, the quotient of its memory is the step.
    @Test
    void anUpdateHasTheNumbersOfAdamsFormula() throws Exception {
        Path model = trained(TUNED);
        UpdateReport report = UpdateReport.of(
                TracedUpdate.of(
                        model,
                        TableSource.of(Trained.PENGUINS),
                        Optional.empty(),
                        Optional.empty(),
                        new TracedUpdate.Place(OptionalInt.empty(), 2, 1)),
                true);
        double rate = report.rate().learningRate().orElseThrow();
        double epsilon = report.optimizer().epsilon().orElseThrow();
        List<UpdateReport.UpdatedBlock> blocks = report.parameters().blocks();

        assertThat(blocks).anyMatch(block -> block.scale().isPresent());
        for (MovedParameter move : report.parameters().moves()) {
            UpdateReport.UpdatedBlock block = blocks.stream()
                    .filter(each -> each.block().equals(move.at().block()))
                    .findFirst()
                    .orElseThrow();
            double mean = move.moments().get(0).corrected().orElseThrow();
            double square = move.moments().get(1).corrected().orElseThrow();
            double quotient = mean / (Math.sqrt(square) + epsilon);
            double step = -rate
                    * block.rateMultiplier().orElseThrow()
                    * quotient
                    / block.scale().orElse(1.0);
            assertThat(move.change().total() - move.change().decay().orElse(0.0))
                    .isCloseTo(step, within(1e-9 * Math.abs(rate)));
        }
    }

    private TracedLayer traced(Recipe recipe, int index) throws Exception {
        return TraceReport.of(trace(recipe), TracePart.ALL)
                .networks()
                .getFirst()
                .layers()
                .get(index);
    }

    private RowTrace trace(Recipe recipe) throws Exception {
        return RowTrace.withTarget(ModelFile.read(trained(recipe)), ROW);
    }

    private static List<Double> values(List<NumberArray> arrays, Kind kind) {
        return array(arrays, kind, 1).values();
    }

    private static List<Double> parameters(List<NumberArray> arrays, String name) {
        return arrays.stream()
                .filter(array -> array.kind() == Kind.PARAMETERS
                        && array.of().orElseThrow().text().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static NumberArray array(List<NumberArray> arrays, Kind kind, int member) {
        return arrays.stream()
                .filter(array -> array.kind() == kind && array.member().orElse(member) == member)
                .findFirst()
                .orElseThrow();
    }

    private Path trained(Recipe recipe) throws InterruptedException {
        Path model = folder.resolve("model.onnx");
        TrainingRequest request = TrainingRequest.of(
                Trained.PENGUINS,
                Slope.predict("species")
                        .recipe(recipe)
                        .rows(RowSelection.defaults().folds(1)));
        assertThat(Run.of(request.model(model)).start().await()).isInstanceOf(FinishedRun.class);
        return model;
    }
}
