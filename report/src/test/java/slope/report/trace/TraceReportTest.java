package slope.report.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.loss.MultiClassCrossEntropy;
import slope.onnx.ModelFile;
import slope.recipe.Norm;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.report.Trained;
import slope.report.json.JsonText;
import slope.report.json.ReportSchemas;
import slope.report.model.LayerFacts;
import slope.report.model.LayerKind;
import slope.report.model.NetworkFacts;
import slope.report.text.DisplayWidth;
import slope.report.trace.NumberArray.Kind;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.TracedUpdate;
import slope.run.TrainingRequest;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.tables.TableSource;
import slope.target.TargetChoice;
import slope.target.TargetKind;

class TraceReportTest {
    private static final Recipe ENSEMBLE =
            Recipe.ensemble().with(Setting.MEMBERS, 2).hidden(List.of(4)).epochs(2);
    private static final Recipe RESIDUAL = Recipe.plain()
            .hidden(List.of(4, 4))
            .with(Setting.NORM, Norm.LAYER)
            .with(Setting.RESIDUAL, true)
            .epochs(2);
    private static final Table ROW = TableFiles.read(Trained.PENGUINS).select(new int[] {16});

    @TempDir
    private Path folder;

    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(TraceReport.of(RowTrace.withTarget(plain("species"), ROW), TracePart.ALL));
        ReportSchemas.check(TraceReport.of(
                RowTrace.withTarget(trained(Slope.predict("species").recipe(RESIDUAL)), ROW), TracePart.ALL));
    }

    @Test
    void aReplacedExposureCountsAsThatExposure() throws Exception {
        ModelFile model = trained(Slope.predict(
                        TargetChoice.of("body_mass_g").kind(TargetKind.COUNT).exposure("bill_length_mm"))
                .recipe(Recipe.tuned().hidden(List.of(4)).epochs(2))
                .rows(RowSelection.defaults().folds(1)));
        OccludedColumn exposure = Occlusion.of(RowTrace.of(model.model(), ROW)).stream()
                .filter(column -> column.column().equals("bill_length_mm"))
                .findFirst()
                .orElseThrow();
        List<Column> replaced = ROW.columns().stream()
                .map(column -> column.name().equals("bill_length_mm")
                        ? NumberColumn.of("bill_length_mm", exposure.replacedBy())
                        : column)
                .toList();
        assertThat(exposure.prediction())
                .isCloseTo(model.model().predict(new Table(replaced)).value(0, 0), within(1e-3));
    }

    @Test
    void everyKindOfTargetHasTheSameSchema() throws Exception {
        for (Estimator estimator : List.of(
                Slope.predict("sex"),
                Slope.predict("body_mass_g"),
                Slope.predict("body_mass_g", "bill_depth_mm"),
                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9))))) {
            ModelFile model =
                    trained(estimator.recipe(Recipe.plain().hidden(List.of(4)).epochs(2)));
            TraceReport report = TraceReport.of(RowTrace.withTarget(model, ROW));

            ReportSchemas.check(report);
            assertThat(report.text(80).lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
        }
    }

    @Test
    void anUpdateHasASchemaToo() throws Exception {
        Path model = folder.resolve("model.onnx");
        for (Recipe recipe : List.of(ENSEMBLE, Recipe.tuned().hidden(List.of(4)).epochs(2))) {
            trained(Slope.predict("species")
                    .recipe(recipe)
                    .rows(RowSelection.defaults().folds(1)));
            TracedUpdate update = TracedUpdate.of(
                    model,
                    TableSource.of(Trained.PENGUINS),
                    Optional.empty(),
                    Optional.empty(),
                    new TracedUpdate.Place(OptionalInt.empty(), 1, 2));
            for (boolean full : List.of(false, true)) {
                UpdateReport report = UpdateReport.of(update, full);

                ReportSchemas.check(report);
                assertThat(report.text(80).lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
            }
        }
    }

    /// Eight networks are summarised, not listed.
    @Test
    void thePageHasFortyLinesAtMost() throws Exception {
        ModelFile model = trained(Slope.predict("species")
                .rows(RowSelection.defaults().folds(8))
                .recipe(Recipe.ensemble().with(Setting.MEMBERS, 2).epochs(1)));

        String page = TraceReport.of(RowTrace.of(model.model(), ROW)).text(80);

        assertThat(page.lines().count()).isLessThanOrEqualTo(40);
        assertThat(page.lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
        assertThat(page)
                .contains("mean of 8 networks each of 2 ensemble members", "minimum", "bill_length_mm", "38.7")
                .contains("Occlusion", "layer of network 1", "7 ensemble heads", "e^z / Σ e^z");
    }

    /// What occlusion says of a column is what the model predicts with that cell replaced.
    @Test
    void anOccludedColumnIsPredictedAgain() throws Exception {
        ModelFile model = trained(
                Slope.predict("species").rows(RowSelection.defaults().folds(2)).recipe(ENSEMBLE));
        TraceReport report = TraceReport.of(RowTrace.of(model.model(), ROW));

        for (OccludedColumn column : report.occlusion()) {
            String[] names = model.model().columns().keySet().toArray(String[]::new);
            Object[] cells = IntStream.range(0, names.length)
                    .mapToObj(index -> names[index].equals(column.column())
                            ? column.replacedBy()
                            : report.row().get(names[index]))
                    .toArray();
            String predicted = column.output().replace("probability_", "");
            assertThat(model.model().predict(names, cells).probability(predicted))
                    .isEqualTo(column.prediction());
            assertThat(column.prediction() - model.model().predict(ROW).probability(0, predicted))
                    .isEqualTo(column.change());
        }
        assertThat(report.occlusion().stream().map(column -> -Math.abs(column.change())))
                .isSorted();
    }

    @Test
    void aSummaryHasTheRangeOfEachLayer() throws Exception {
        TraceReport all = TraceReport.of(RowTrace.of(plain("species").model(), ROW), TracePart.ALL);

        for (TracedLayer layer : all.networks().getFirst().layers()) {
            List<Double> outputs = layer.numbers().orElseThrow().stream()
                    .filter(array -> array.kind() == Kind.OUTPUTS)
                    .findFirst()
                    .orElseThrow()
                    .values();
            assertThat(layer.layer().units()).isEqualTo(outputs.size());
            assertThat(layer.outputs().maximum())
                    .isEqualTo(outputs.stream().max(Double::compare).orElseThrow());
            assertThat(layer.outputs().zeros())
                    .isEqualTo(outputs.stream().filter(value -> value == 0).count() / (double) outputs.size());
        }
    }

    @Test
    void eachArrayTellsItsLayerMemberAndShape() throws Exception {
        ModelFile model = trained(Slope.predict("species").recipe(ENSEMBLE));
        TraceReport report = TraceReport.of(RowTrace.withTarget(model, ROW), TracePart.ALL);

        List<NumberArray> heads = last(report).numbers().orElseThrow();
        assertThat(heads).allMatch(array -> array.layer() == LayerKind.ENSEMBLE_HEADS);
        assertThat(heads).allMatch(array -> array.member().isPresent());
        NumberArray inputs = array(heads, Kind.INPUTS, 2);
        NumberArray weights = array(heads, Kind.PARAMETERS, 2);
        NumberArray outputs = array(heads, Kind.OUTPUTS, 2);
        assertThat(inputs.shape()).containsExactly(1, 4);
        assertThat(weights.shape()).containsExactly(4, 3);
        double bias = heads.stream()
                .filter(array ->
                        array.kind() == Kind.PARAMETERS && array.member().orElseThrow() == 2)
                .toList()
                .getLast()
                .values()
                .get(1);
        double sum = IntStream.range(0, 4)
                .mapToDouble(
                        index -> inputs.values().get(index) * weights.values().get(3 * index + 1))
                .sum();
        assertThat(bias + sum).isCloseTo(outputs.values().get(1), within(1e-12));
        assertThat(JsonText.of(report)).contains("\"kind\" : \"gradient\"", "\"role\" : \"head-weights\"");
    }

    @Test
    void aPartHasItsNumbersAlone() throws Exception {
        ModelFile model = trained(Slope.predict("species")
                .rows(RowSelection.defaults().folds(2))
                .recipe(Recipe.plain().hidden(List.of(4)).epochs(2)));
        RowTrace trace = RowTrace.of(model.model(), ROW);
        TracePart unit =
                TracePart.ALL.network(2).step(new TracePart.Step.Layer(1)).unit(3);

        TraceReport report = TraceReport.of(trace, unit);
        String text = TraceNumbers.of(trace, unit, 80);

        assertThat(report.networks()).extracting(TracedNetwork::number).containsExactly(2);
        List<TracedLayer> layers = report.networks().getFirst().layers();
        assertThat(layers.get(1).numbers()).isEmpty();
        List<NumberArray> numbers = layers.getFirst().numbers().orElseThrow();
        assertThat(array(numbers, Kind.OUTPUTS, 1).shape()).containsExactly(1, 1);
        assertThat(text).contains("Network 2 of 2", "unit 3: ").doesNotContain("unit 2: ", "Layer 2", "Network 1");
        assertThat(TraceNumbers.of(trace, TracePart.ALL.step(new TracePart.Step.Outputs()), 80))
                .contains("Adelie: e^(")
                .doesNotContain("unit 1");
        assertThat(TraceNumbers.of(trace, TracePart.ALL.step(new TracePart.Step.Columns()), 80))
                .contains("bill_length_mm")
                .doesNotContain("unit 1", "Prediction");
    }

    /// A feature embedding has more units than inputs; its parameters are shown whole.
    @Test
    void aUnitOfEveryLayerCanBeChosen() throws Exception {
        for (Recipe recipe :
                List.of(ENSEMBLE, RESIDUAL, Recipe.tuned().hidden(List.of(4)).epochs(1))) {
            RowTrace trace = RowTrace.withTarget(
                    trained(Slope.predict("species")
                            .rows(RowSelection.defaults().folds(1))
                            .recipe(recipe)),
                    ROW);
            for (TracedLayer layer : TraceReport.of(trace).networks().getFirst().layers()) {
                TracePart unit = TracePart.ALL
                        .step(new TracePart.Step.Layer(layer.number()))
                        .unit(layer.layer().units());
                List<NumberArray> numbers = TraceReport.of(trace, unit)
                        .networks()
                        .getFirst()
                        .layers()
                        .get(layer.number() - 1)
                        .numbers()
                        .orElseThrow();
                assertThat(array(numbers, Kind.OUTPUTS, 1).shape()).containsExactly(1, 1);
                assertThat(array(numbers, Kind.DELTA, 1).shape()).containsExactly(1, 1);
                assertThat(TraceNumbers.of(trace, unit, 80))
                        .contains("Layer %s back".formatted(layer.number()))
                        .containsPattern("error +-?[0-9.e-]+\n");
            }
        }
    }

    @Test
    void aPartThatIsNotThereIsRefused() throws Exception {
        RowTrace trace = RowTrace.of(plain("species").model(), ROW);

        assertThatThrownBy(() -> TraceReport.of(trace, TracePart.ALL.network(2)))
                .isInstanceOf(DataException.class)
                .hasMessage("the model has no network 2; its networks are 1 to 1");
        assertThatThrownBy(() -> TraceReport.of(trace, TracePart.ALL.step(new TracePart.Step.Layer(3))))
                .hasMessage("network 1 has no layer 3; its layers are 1 to 2");
        assertThatThrownBy(() -> TraceNumbers.of(
                        trace, TracePart.ALL.step(new TracePart.Step.Layer(1)).unit(5), 80))
                .hasMessage("layer 1 has no unit 5; its units are 1 to 4");
    }

    @Test
    void theLossHasItsSettings() throws Exception {
        ModelFile model = trained(Slope.predict("species")
                .recipe(Recipe.tuned().hidden(List.of(4)).epochs(1)));
        TraceReport report = TraceReport.of(RowTrace.withTarget(model, ROW));

        TracedLoss loss = report.networks().getFirst().loss().orElseThrow();
        assertThat(loss.recorded()).isTrue();
        assertThat(loss.function()).isInstanceOf(MultiClassCrossEntropy.class);
        assertThat(report.text(80))
                .contains("observed  species: Adelie", loss.function().title() + ": ");
        assertThat(JsonText.of(report)).contains("\"kind\" : \"multi-class-cross-entropy\"", "\"smoothing\" : ");
    }

    @Test
    void aResidualBlockTellsItsLayersByOneName() throws Exception {
        ModelFile model = trained(Slope.predict("species").recipe(RESIDUAL));
        RowTrace trace = RowTrace.withTarget(model, ROW);
        TracedLayer block = TraceReport.of(trace, TracePart.ALL)
                .networks()
                .getFirst()
                .layers()
                .get(2);

        assertThat(block.layer().layers().orElseThrow())
                .extracting(LayerFacts::kind)
                .containsExactly(LayerKind.DENSE, LayerKind.LAYER_NORM);
        assertThat(block.layer().title()).isEqualTo("residual block (dense identity, layer norm relu)");
        assertThat(block.layers().orElseThrow().stream()
                        .flatMap(layer -> layer.numbers().orElseThrow().stream())
                        .filter(array -> array.kind() == Kind.GRADIENT)
                        .map(array -> array.of().orElseThrow().text()))
                .containsExactly("layer 3.1 weights", "layer 3.2 norm weights", "layer 3.2 norm bias");
        assertThat(TraceNumbers.of(trace, TracePart.ALL, 80))
                .contains("layer 3.1, unit 1: ", "layer 3.2, unit 4: ", "gradient of layer 3.1 weights")
                .containsSubsequence(
                        "Layer 3 back",
                        "error ",
                        "layer 3.2, error ",
                        "gradient of layer 3.2 ",
                        "layer 3.1, delta ",
                        "gradient of layer 3.1 weights");
        assertThat(TraceReport.of(trace).text(80))
                .contains("\n  3 residual block ", "\n  3.1 dense identity ", "\n  3.2 layer norm relu ");
        assertThat(NetworkFacts.of(model.model().members().getFirst().network()).text())
                .endsWith(" inputs → 4 layer norm relu → residual block (4 layer norm relu) → 3 outputs");
    }

    private static TracedLayer last(TraceReport report) {
        return report.networks().getFirst().layers().getLast();
    }

    private static NumberArray array(List<NumberArray> arrays, Kind kind, int member) {
        return arrays.stream()
                .filter(array -> array.kind() == kind && array.member().orElse(member) == member)
                .findFirst()
                .orElseThrow();
    }

    private ModelFile plain(String target) throws InterruptedException {
        return trained(
                Slope.predict(target).recipe(Recipe.plain().hidden(List.of(4)).epochs(3)));
    }

    private ModelFile trained(Estimator estimator) throws InterruptedException {
        Path model = folder.resolve("model.onnx");
        assertThat(Run.of(TrainingRequest.of(Trained.PENGUINS, estimator).model(model))
                        .start()
                        .await())
                .isInstanceOf(FinishedRun.class);
        return ModelFile.read(model);
    }
}
