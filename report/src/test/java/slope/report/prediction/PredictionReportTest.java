package slope.report.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.evaluation.Evaluation;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.report.Trained;
import slope.report.evaluation.ThresholdReport;
import slope.report.json.ReportSchemas;
import slope.report.trace.GradientCheckReport;
import slope.report.trace.RowTrace;
import slope.report.trace.UnitsReport;
import slope.report.trace.WeightSharesReport;
import slope.run.TracedUpdate;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.tables.TableSource;

/// What a page asks of one model and one row.
class PredictionReportTest {
    private static final Table PENGUINS = TableFiles.read(Trained.PENGUINS);

    @TempDir
    private static Path folder;

    private static Model model;
    private static ModelFile saved;

    @BeforeAll
    static void train() throws Exception {
        Path file = folder.resolve("penguins.onnx");
        assertThat(Trained.run(Trained.request("sex").model(file)).result()).isNotNull();
        saved = ModelFile.read(file);
        model = saved.model();
    }

    private static Table row(int number) {
        return PENGUINS.select(new int[] {number});
    }

    @Test
    void theSchemasAreThoseOfTheReports() throws Exception {
        ReportSchemas.check(PredictionReport.of(model, row(3)));
        ReportSchemas.check(CurveReport.of(model, row(3), "bill_length_mm", PENGUINS));
        ReportSchemas.check(BoundaryReport.of(model, row(3), List.of("bill_length_mm", "island"), 5, PENGUINS));
        ReportSchemas.check(NearestReport.of(model, row(3), PENGUINS, number -> number, 2));
        ReportSchemas.check(InputsReport.of(model, PENGUINS));
        ReportSchemas.check(ThresholdReport.of(Evaluation.of(model, PENGUINS), 0.5, new ThresholdReport.Costs(1, 1)));
        ReportSchemas.check(UnitsReport.of(model, 1, 1, PENGUINS));
        ReportSchemas.check(GradientCheckReport.of(RowTrace.withTarget(saved, row(4)), 1));
        TracedUpdate update = TracedUpdate.of(
                folder.resolve("penguins.onnx"),
                TableSource.of(Trained.PENGUINS),
                Optional.empty(),
                Optional.empty(),
                new TracedUpdate.Place(OptionalInt.empty(), 1, 1));
        ReportSchemas.check(WeightSharesReport.of(update, 1, 1, 1));
    }

    @Test
    void aCurveGoesThroughTheWholeRangeAndTheLevels() {
        CurveReport numbers = CurveReport.of(model, row(3), "body_mass_g", PENGUINS);
        assertThat(numbers.values()).hasSize(61).first().isEqualTo(2700.0);
        assertThat(numbers.values()).last().isEqualTo(6300.0);
        assertThat(numbers.predictions())
                .allSatisfy(outputs ->
                        assertThat(outputs.getFirst() + outputs.getLast()).isCloseTo(1, within(1e-6)));
        CurveReport levels = CurveReport.of(model, row(3), "island", PENGUINS);
        assertThat(levels.values()).containsExactly("Biscoe", "Dream", "Torgersen");
        assertThatThrownBy(() -> CurveReport.of(model, row(3), "isle", PENGUINS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("island");
        assertThatThrownBy(() -> BoundaryReport.of(model, row(3), List.of("island", "island"), 5, PENGUINS))
                .isInstanceOf(DataException.class);
    }

    @Test
    void theTypicalRowHasMediansAndMostFrequentValues() {
        assertThat(InputsReport.of(model, PENGUINS).typical())
                .containsEntry("island", "Biscoe")
                .containsEntry("bill_length_mm", 44.4);
    }

    @Test
    void theCheapestThresholdIsCheaperThanAllOthers() {
        Evaluation evaluation = Evaluation.of(model, PENGUINS);
        ThresholdReport.Costs costs = new ThresholdReport.Costs(3, 1);
        double cheapest = ThresholdReport.of(evaluation, 0.5, costs).cheapest().cost();
        double found = IntStream.rangeClosed(0, 1000)
                .mapToDouble(step ->
                        ThresholdReport.of(evaluation, step / 1000.0, costs).cost())
                .min()
                .orElseThrow();
        assertThat(cheapest).isLessThanOrEqualTo(found);
        ThresholdReport at = ThresholdReport.of(
                evaluation,
                ThresholdReport.of(evaluation, 0.5, costs).cheapest().threshold(),
                costs);
        assertThat(at.cost()).isEqualTo(cheapest);
        assertThat(at.counts().truePositives()
                        + at.counts().falseNegatives()
                        + at.counts().falsePositives()
                        + at.counts().trueNegatives())
                .isEqualTo(evaluation.rows().rows());
        assertThatThrownBy(() -> new ThresholdReport.Costs(-1, 1)).isInstanceOf(DataException.class);
    }

    @Test
    void unusualNumbersAreToldWithTheRangeOfTraining() {
        Table row = new Table(row(3).columns().stream()
                .map(column -> column.name().equals("body_mass_g") ? NumberColumn.of("body_mass_g", 9000) : column)
                .toList());
        assertThat(PredictionReport.of(model, row).unusual()).singleElement().satisfies(column -> {
            assertThat(column.column()).isEqualTo("body_mass_g");
            assertThat((Double) column.maximum().orElseThrow()).isBetween(5000.0, 6300.0);
        });
    }
}
