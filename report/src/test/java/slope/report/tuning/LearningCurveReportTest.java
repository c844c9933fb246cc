package slope.report.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.report.Trained;
import slope.report.json.ReportSchemas;
import slope.run.tuning.RequestedCurve;

class LearningCurveReportTest {
    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(report(2));
    }

    @Test
    void aLineOfTheChartHasTheMeanAndTheSpread() {
        String text = report(2).text(80);
        assertThat(text.lines().filter(line -> line.contains("●"))).hasSize(5);
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text).contains("accuracy", "higher is better").doesNotContain("NaN");
    }

    /// A mark for each mean and each yardstick, a dot for each held-out fold, a line above and one below.
    @Test
    void thePageDrawsTheCurve() {
        String page = report(2).page();
        assertThat(page.split("<circle class=\"mark", -1)).hasSize(1 + 3 * 5);
        assertThat(page.split("<circle class=\"dot", -1)).hasSize(1 + 10);
        assertThat(page.split("class=\"pale\"", -1)).hasSize(1 + 2);
        assertThat(page)
                .contains("accuracy by the number of rows", "higher is better")
                .doesNotContain("NaN");
    }

    @Test
    void aSingleFoldHasNoSpread() {
        LearningCurveReport report = report(1);
        assertThat(report.points()).allMatch(point -> point.standardDeviation().isEmpty());
        assertThat(report.text(80)).contains("–");
    }

    private static LearningCurveReport report(int repeats) {
        RequestedCurve curve = RequestedCurve.of(Trained.request(Slope.predict("species")), repeats);
        return LearningCurveReport.of(curve, curve.curve(ended -> {}));
    }
}
