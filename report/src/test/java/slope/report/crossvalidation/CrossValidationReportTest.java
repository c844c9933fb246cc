package slope.report.crossvalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.report.Trained;
import slope.report.crossvalidation.CrossValidationReport.FoldCoverage;
import slope.report.json.ReportSchemas;
import slope.run.CrossValidationRun;
import slope.run.ScoredFold;
import slope.target.TargetChoice;

class CrossValidationReportTest {
    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(
                report(Slope.predict("species").rows(RowSelection.defaults().group("sex")), 2, 1));
        ReportSchemas.check(report(Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.9))), 2, 1));
    }

    /// Each row by the model of its fold, whose intervals are of rows set aside among the others.
    @Test
    void theCoverageIsThatOfAllRows() throws Exception {
        CrossValidationReport report =
                report(Slope.predict("body_mass_g", "flipper_length_mm").coverage(0.8), 2, 1);
        ReportSchemas.check(report);
        assertThat(report.coverage())
                .extracting(FoldCoverage::column)
                .containsExactly("body_mass_g", "flipper_length_mm");
        assertThat(report.coverage()).allSatisfy(coverage -> {
            assertThat(coverage.reached().rows()).isEqualTo(report.table().rows());
            assertThat(coverage.reached().share()).isBetween(0.65, 0.95);
        });
        assertThat(report.text(80)).contains("by intervals or sets of", "0.8 was asked");
        assertThat(report.page()).contains("Coverage");
        assertThat(report(Slope.predict("species"), 2, 1).coverage()).isEmpty();
    }

    @Test
    void theMeanIsThatOfTheFolds() {
        CrossValidationReport report = report(Slope.predict("body_mass_g"), 2, 2);
        assertThat(report.scoresOfFolds()).hasSize(4);
        double mean = report.scoresOfFolds().stream()
                .mapToDouble(fold -> fold.model().get("rmse"))
                .average()
                .orElseThrow();
        assertThat(report.scores().model().get("rmse").mean()).isCloseTo(mean, within(1e-9));
        double above = report.scoresOfFolds().stream()
                .mapToDouble(fold -> fold.model().get("rmse") - fold.linear().get("rmse"))
                .average()
                .orElseThrow();
        assertThat(report.scores().aboveLinear().get("rmse").mean()).isCloseTo(above, within(1e-9));
        assertThat(report.text(80))
                .contains("2, drawn 2 times: 4 models", "Each fold, by rmse", "model − linear", "Nadeau and Bengio");
    }

    /// A mark for each fold and yardstick, and the tables of the text.
    @Test
    void thePageDrawsEachFold() {
        String page = report(Slope.predict("species"), 2, 2).page();
        assertThat(page.split("<circle class=\"mark", -1)).hasSize(1 + 3 * 4);
        assertThat(page).contains("Cross-validation of penguins.csv", "linear model", "Nadeau and Bengio");
    }

    /// Whoever listens hears of each fold, and can end the run.
    @Test
    void aRunTellsOfItsFoldsAndEnds() {
        CrossValidationRun run = CrossValidationRun.of(Trained.request("species"), 3, 1);
        List<ScoredFold> told = new ArrayList<>();
        assertThat(run.run(fold -> {
                    told.add(fold);
                    run.cancel();
                }))
                .isEmpty();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().number()).isEqualTo(1);
        assertThat(told.getFirst().folds()).isEqualTo(3);
    }

    @Test
    void theBitsDependOnTheSeedAlone() {
        CrossValidationReport one = report(Slope.predict("species"), 2, 1);
        CrossValidationReport other = CrossValidationReport.of(
                CrossValidationRun.of(Trained.request("species").threads(1), 2, 1)
                        .run(fold -> {})
                        .orElseThrow());
        assertThat(other.scoresOfFolds()).isEqualTo(one.scoresOfFolds());
    }

    @Test
    void aTimeLimitIsRefused() {
        assertThatThrownBy(() -> report(Slope.predict("species").timeLimit(Duration.ofMinutes(1)), 2, 1))
                .hasMessage("cross-validation has no time limit; take fewer folds or epochs");
    }

    private static CrossValidationReport report(Estimator estimator, int folds, int repeats) {
        return CrossValidationReport.of(CrossValidationRun.of(Trained.request(estimator), folds, repeats)
                .run(fold -> {})
                .orElseThrow());
    }
}
