package slope.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.report.comparison.ComparedScores.Lead;
import slope.report.json.ReportSchemas;
import slope.target.TargetChoice;

class ComparisonReportTest {
    private static final ComparisonRequest ANY_ROWS = ComparisonRequest.usual().acceptingTrainingRows();

    @TempDir
    private Path folder;

    @Test
    void theSchemaIsThatOfTheReportForEachKindOfTarget() throws Exception {
        for (Estimator estimator : List.of(
                Slope.predict("species"),
                Slope.predict("body_mass_g", "flipper_length_mm"),
                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9))))) {
            ReportSchemas.check(Compared.penguins(
                    estimator, estimator.seed(2), folder, ANY_ROWS.by("sex").group("island")));
        }
    }

    @Test
    void differencesAreTheSecondScoreLessTheFirst() throws Exception {
        ComparisonReport report = Compared.penguins(
                Slope.predict("species"), Slope.predict("species").seed(2), folder, ANY_ROWS);
        ComparedScores scores = report.scores();
        assertThat(scores.better()).containsKeys("accuracy", "log-loss");
        scores.better().forEach((metric, ignored) -> {
            double difference = scores.second().get(metric) - scores.first().get(metric);
            assertThat(scores.differences().get(metric)).isCloseTo(difference, within(1e-12));
            Lead lead = scores.lead().get(metric);
            boolean isOpen = scores.intervals().metrics().get(metric).contains(0);
            assertThat(lead == Lead.OPEN).as(metric).isEqualTo(isOpen);
        });
        assertThat(report.models().settings())
                .contains(new SettingDifference("seed", Optional.of("0"), Optional.of("2")));
        assertThat(report.agreement().mcNemar()).isPresent();
        assertThat(report.models().first().trainedOn()).isTrue();
        assertThat(report.agreement().rows()).hasSize(10);
        assertThat(report.text(80)).contains("a.onnx", "b.onnx", "training scores", "McNemar", "Where they disagree");
    }

    @Test
    void rowsThatAModelLearnedFromNeedToBeAccepted() {
        assertThatThrownBy(() -> Compared.penguins(
                        Slope.predict("species"), Slope.predict("species"), folder, ComparisonRequest.usual()))
                .hasMessageContaining("a.onnx learned from the rows of ../examples/penguins.csv")
                .hasMessageContaining("accept training rows");
    }

    /// Rows of a group are no independent trials.
    @Test
    void groupedRowsHaveNoMcNemarTest() throws Exception {
        ComparisonReport report = Compared.penguins(
                Slope.predict("species"),
                Slope.predict("species").rows(RowSelection.defaults().group("island")),
                folder,
                ANY_ROWS);
        assertThat(report.scores().intervals().sampling().group()).contains("island");
        assertThat(report.scores().intervals().sampling().units()).isEqualTo(3);
        assertThat(report.agreement().mcNemar()).isEmpty();
    }

    @Test
    void differentTargetsAreRefused() {
        assertThatThrownBy(() -> Compared.penguins(Slope.predict("species"), Slope.predict("sex"), folder, ANY_ROWS))
                .hasMessageContaining("predicts species")
                .hasMessageContaining("predicts sex; models are compared that predict the same");
    }

    /// One model without training weights: neither is weighted.
    @Test
    void scoresAreUnweightedWhereTheWeightsDiffer() throws Exception {
        ComparisonReport report = Compared.penguins(
                Slope.predict("sex"),
                Slope.predict("sex").rows(RowSelection.defaults().weight("flipper_length_mm")),
                folder,
                ANY_ROWS);
        assertThat(report.rows().weightsDiffer()).isTrue();
        assertThat(report.rows().weight()).isEmpty();
        assertThat(report.text(80)).contains("scores here are unweighted");
        assertThat(report.rows().rowsWithoutTarget()).isEqualTo(11);
    }

    @Test
    void aValueHasTheScoresOfItsRows() throws Exception {
        ComparisonReport report = Compared.penguins(
                Slope.predict("species"), Slope.predict("species").seed(2), folder, ANY_ROWS.by("island"));
        ComparedValues by = report.by().orElseThrow();
        assertThat(by.values()).extracting(ComparedValues.OfValue::rows).containsExactlyInAnyOrder(168, 124, 52);
        double sum = by.values().stream()
                .mapToDouble(
                        value -> value.rows() * value.scores().differences().get("accuracy"))
                .sum();
        assertThat(sum / 344).isCloseTo(report.scores().differences().get("accuracy"), within(1e-12));
        assertThat(report.text(80)).contains("By island", "Torgersen");
    }
}
