package slope.report.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.fit.RowSelection;
import slope.report.Trained;
import slope.report.json.JsonText;
import slope.report.json.ReportSchemas;
import slope.target.TargetChoice;
import tools.jackson.jr.ob.JSON;

class TrainingReportTest {
    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(TrainingReport.of(Trained.run(Trained.request("species"))));
    }

    @Test
    void everyKindOfTrainingIsToldByTheSameSchema() throws Exception {
        for (var estimator : List.of(
                Slope.predict("body_mass_g").rows(RowSelection.defaults().testShare(0.2)),
                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9))),
                Slope.predict("species")
                        .rows(RowSelection.defaults().group("island").folds(2)))) {
            ReportSchemas.check(TrainingReport.of(Trained.run(Trained.request(estimator))));
        }
    }

    /// A program that reads the JSON finds no text where a number is meant.
    @Test
    void aSettingWithoutALimitIsNone() throws Exception {
        String json = JsonText.of(TrainingReport.of(Trained.run(Trained.request("species"))));

        assertThat(json).contains("\"patience\" : \"none\"").doesNotContain("2147483647");
        assertThat(JSON.std.mapFrom(json)).containsEntry("report", "training").containsEntry("version", 1);
    }
}
