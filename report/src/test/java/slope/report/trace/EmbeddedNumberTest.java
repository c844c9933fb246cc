package slope.report.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.RowSelection;
import slope.onnx.ModelFile;
import slope.recipe.Recipe;
import slope.report.Trained;
import slope.report.model.ParameterPlace;
import slope.report.trace.NumberArray.Kind;
import slope.run.Run;
import slope.run.TracedUpdate;
import slope.run.TrainingRequest;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.tables.TableSource;

/// What a page puts into formulas makes the numbers that it shows.
class EmbeddedNumberTest {
    private static final Table ROW = TableFiles.read(Trained.PENGUINS).select(new int[] {16});

    @TempDir
    private Path folder;

    @Test
    void eachOutputOfTheEmbeddingsIsTheSumOfItsParts() throws Exception {
        RowTrace trace = RowTrace.withTarget(ModelFile.read(tuned("species")), ROW);
        TracedLayer layer = TraceReport.of(trace, TracePart.ALL)
                .networks()
                .getFirst()
                .layers()
                .getFirst();

        List<Double> inputs = values(layer, Kind.INPUTS);
        List<Double> outputs = values(layer, Kind.OUTPUTS);
        Set<Integer> told = new HashSet<>();
        for (EmbeddedNumber each : layer.embedded().orElseThrow()) {
            told.add(each.output());
            assertThat(made(each, inputs)).isCloseTo(outputs.get(each.output() - 1), within(1e-12));
        }
        assertThat(told).hasSize(layer.layer().units()).hasSize(outputs.size());
    }

    @Test
    void aNetworkTellsWhatItPredictsByItself() throws Exception {
        TracedNetwork network = TraceReport.of(RowTrace.withTarget(ModelFile.read(tuned("species")), ROW))
                .networks()
                .getFirst();

        assertThat(network.outputs().decoded()).singleElement().satisfies(probabilities -> {
            assertThat(probabilities).hasSize(3);
            assertThat(probabilities.stream().mapToDouble(each -> each).sum()).isCloseTo(1, within(1e-6));
        });
    }

    @Test
    void aStepOfAdamIsMadeOfItsCorrectedMeans() throws Exception {
        Path model = trained("species", Recipe.plain().hidden(List.of(4)).epochs(2));
        UpdateReport report = UpdateReport.of(
                TracedUpdate.of(
                        model,
                        TableSource.of(Trained.PENGUINS),
                        Optional.empty(),
                        Optional.empty(),
                        new TracedUpdate.Place(OptionalInt.empty(), 1, 2)),
                false);

        double rate = report.rate().learningRate().orElseThrow();
        for (MovedParameter move : report.parameters().moves()) {
            double mean = move.moments().getFirst().corrected().orElseThrow();
            double square = move.moments().getLast().corrected().orElseThrow();
            double times = multiplier(report, move.at().block());
            assertThat(move.change().total()).isCloseTo(-rate * times * mean / Math.sqrt(square), within(1e-4 * rate));
        }
    }

    private static double multiplier(UpdateReport report, ParameterPlace block) {
        return report.parameters().blocks().stream()
                .filter(each -> each.block().equals(block))
                .findFirst()
                .orElseThrow()
                .rateMultiplier()
                .orElseThrow();
    }

    private static double made(EmbeddedNumber number, List<Double> inputs) {
        double input = inputs.get(number.input() - 1);
        return switch (number) {
            case EmbeddedNumber.PassThrough ignored -> input;
            case EmbeddedNumber.Periodic periodic ->
                periodic.bias()
                        + periodic.waves().stream()
                                .mapToDouble(wave -> wave.cosine() * wave.weight())
                                .sum();
            case EmbeddedNumber.PiecewiseLinear linear ->
                input * linear.slope()
                        + linear.offset()
                        + linear.bins().stream()
                                .mapToDouble(bin -> bin.share() * bin.weight())
                                .sum();
            case EmbeddedNumber.Category ignored ->
                throw new AssertionError("the categories of penguins are inputs of 0 and 1");
        };
    }

    private static List<Double> values(TracedLayer layer, Kind kind) {
        return layer.numbers().orElseThrow().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow()
                .values();
    }

    private Path tuned(String target) throws InterruptedException {
        return trained(target, Recipe.tuned().hidden(List.of(4)).epochs(2));
    }

    private Path trained(String target, Recipe recipe) throws InterruptedException {
        Path model = folder.resolve("model.onnx");
        Run.of(TrainingRequest.of(
                                Trained.PENGUINS,
                                Slope.predict(target)
                                        .recipe(recipe)
                                        .rows(RowSelection.defaults().folds(1)))
                        .model(model))
                .start()
                .await();
        return model;
    }
}
