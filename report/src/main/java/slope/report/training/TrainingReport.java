package slope.report.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import slope.report.json.Report;
import slope.report.model.ConformalText;
import slope.report.model.NetworkFacts;
import slope.report.model.RecordedSettings;
import slope.report.model.TargetFacts;
import slope.run.FinishedRun;
import slope.table.Remedy;

/// What came of a training.
///
/// @param data the table, its rows and columns
/// @param task what is predicted
/// @param network the shape of each network
/// @param settings how they were trained: each setting by its name in options; none where it has no limit
/// @param training what happened
/// @param scores of training, validation and test rows
public record TrainingReport(
        TrainingData data,
        TargetFacts task,
        NetworkFacts network,
        Map<String, Object> settings,
        TrainingCourse training,
        TrainingScores scores)
        implements Report {
    public TrainingReport {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public static TrainingReport of(FinishedRun run) {
        return new TrainingReport(
                TrainingData.of(run),
                TargetFacts.of(run.result().model()),
                NetworkFacts.of(run.result().model().members().getFirst().network()),
                settings(run),
                TrainingCourse.of(run),
                TrainingScores.of(run));
    }

    private static Map<String, Object> settings(FinishedRun run) {
        Map<String, Object> settings = RecordedSettings.of(run.result().model().record());
        settings.put("folds", run.result().results().size());
        if (run.plan().isRefitted()) {
            settings.put("refit", true);
        }
        settings.put("validation", run.plan().estimator().rows().validationShare());
        return settings;
    }

    @Override
    public String report() {
        return "training";
    }

    @Override
    public int version() {
        return 1;
    }

    /// The report for people.
    ///
    /// @param words what to do about a column, as the reader would do it
    /// @param width the maximum width of a line
    public String text(Function<Remedy, String> words, int width) {
        return new TrainingText(this, words).within(width);
    }

    /// Whether quantiles are shifted, so that their shares of rows are their levels.
    boolean areShifted() {
        return task.coverage().filter(made -> !made.shifts().isEmpty()).isPresent();
    }

    /// What to know before the model is trusted, a sentence each; empty if there is nothing.
    public List<String> warnings() {
        return Stream.concat(
                        ScoreWarnings.of(scores, areShifted()).stream(),
                        task.coverage().map(ConformalText::warnings).orElse(List.of()).stream())
                .toList();
    }
}
