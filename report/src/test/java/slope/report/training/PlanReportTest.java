package slope.report.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.report.Trained;
import slope.report.json.JsonText;
import slope.report.json.ReportSchemas;
import slope.run.Run;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class PlanReportTest {
    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(PlanReport.of(Run.plan(Trained.request("species"))));
        ReportSchemas.check(PlanReport.of(Run.plan(Trained.request("body_mass_g"))));
    }

    @Test
    void rowsAndColumnsAreAllAccountedFor() {
        int rows = 400;
        double[] numbers = new double[rows];
        double[] values = new double[rows];
        String[] classes = new String[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = row + 1;
            values[row] = row * 7 % 11 * 0.5;
            classes[row] = row % 3 == 0 ? "a" : "b";
        }
        Table table = Table.of(
                NumberColumn.of("id", numbers),
                NumberColumn.of("value", values),
                NumberColumn.of(
                        "copy",
                        IntStream.range(0, rows)
                                .mapToDouble(row -> row % 3 == 0 ? 1 : 0)
                                .toArray()),
                CategoryColumn.of("kind", classes));
        Estimator estimator = Slope.predict("kind")
                .rows(RowSelection.defaults().testShare(0.25).folds(1));
        PlanReport plan = PlanReport.of(estimator.plan(table));
        PlanReport.PlannedRows used = plan.rows();
        assertThat(used.training() + used.validation() + used.test() + used.unusable())
                .isEqualTo(used.ofTable())
                .isEqualTo(rows);
        assertThat(used.test()).isEqualTo(100);
        assertThat(plan.columns().leftOut())
                .extracting(PlanReport.LeftOutColumn::name, PlanReport.LeftOutColumn::reason)
                .containsExactly(tuple("id", "counts the rows"));
        assertThat(plan.columns().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.name()).isEqualTo("copy");
            assertThat(warning.words()).contains("predicts \"kind\" on its own");
            assertThat(warning.remedies()).isNotEmpty();
        });
        assertThat(plan.columns().used()).isEqualTo(List.of("value", "copy"));
        assertThat(plan.columns().encoded())
                .extracting(PlanReport.EncodedColumn::name)
                .isEqualTo(List.of("value", "copy"));
        assertThat(plan.columns().encoded().stream()
                        .mapToInt(PlanReport.EncodedColumn::inputs)
                        .sum())
                .as("no input is left out")
                .isEqualTo(plan.network().inputs());
        assertThat(JsonText.line(plan)).doesNotContain("\n").contains("\"task\":{\"kind\":\"binary\"");
    }
}
