package slope.report.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.RowSelection;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.report.Trained;
import slope.report.json.ReportSchemas;
import slope.run.TrainingRequest;
import slope.run.tuning.FinishedTuning;
import slope.run.tuning.Tuning;
import slope.run.tuning.TuningListener;
import slope.run.tuning.TuningRequest;

class TuningReportTest {
    @TempDir
    private Path folder;

    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(TuningReport.of(tuned(0.01)));
    }

    @Test
    void sharesOfTrialsAddUpToTheWhole() throws Exception {
        TuningReport report = TuningReport.of(tuned(0.01));
        assertThat(report.trials().stream().mapToInt(TrialFacts::count).sum())
                .isEqualTo(report.selection().counts());
        assertThat(report.text(80))
                .contains("each row predicted as other rows select")
                .doesNotContain("NaN");
        assertThat(report.text(80).lines()).allMatch(line -> line.length() <= 80);
    }

    private FinishedTuning tuned(double learningRate) throws InterruptedException {
        TrainingRequest training = TrainingRequest.of(
                Trained.PENGUINS,
                Slope.predict("species")
                        .metric(Metric.LOG_LOSS)
                        .rows(RowSelection.defaults().folds(2).testShare(0.2))
                        .recipe(Recipe.plain().hidden(List.of(4)).epochs(3).learningRate(learningRate)));
        TuningRequest request = TuningRequest.of(training, folder.resolve("runs"))
                .recipes(List.of(Recipe.plain()))
                .trials(2);
        return (FinishedTuning) Tuning.of(request).run(TuningListener.SILENT);
    }
}
