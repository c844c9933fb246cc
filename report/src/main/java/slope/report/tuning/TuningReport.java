package slope.report.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.report.json.Report;
import slope.report.model.LinearModelText;
import slope.report.model.ScoreIntervalFacts;
import slope.report.model.TargetFacts;
import slope.report.training.TrainingScores.TestedRows;
import slope.run.tuning.FinishedTuning;

/// What came of a search.
///
/// @param data the table and its rows
/// @param task what is predicted
/// @param trials that are finished, by their numbers
/// @param selection among the candidates of the trials
/// @param scores of the selected model
/// @param seconds that this call took
public record TuningReport(
        TunedData data,
        TargetFacts task,
        List<TrialFacts> trials,
        SelectionFacts selection,
        TunedScores scores,
        double seconds)
        implements Report {
    public TuningReport {
        trials = List.copyOf(trials);
    }

    public static TuningReport of(FinishedTuning tuning) {
        TunedScores scores = TunedScores.of(tuning);
        Metric metric = tuning.plan().metric();
        return new TuningReport(
                new TunedData(
                        tuning.request().training().table().toString(),
                        tuning.plan().rows().table().rows(),
                        tuning.selection().rows()),
                TargetFacts.of(tuning.model()),
                tuning.trials().stream().map(TrialFacts::of).toList(),
                SelectionFacts.of(
                        tuning.selection(),
                        tuning.model(),
                        tuning.selection().scores().model().score(metric)),
                scores,
                tuning.seconds());
    }

    /// The table.
    ///
    /// @param file as it was named
    /// @param rows that have a target and are no test rows
    /// @param scored how many of them every candidate predicts out of fold
    public record TunedData(String file, int rows, int scored) {}

    /// Scores of the selected model.
    ///
    /// @param selectedBy the metric of the search
    /// @param better higher, lower or neither, for each metric
    /// @param validation nested: each row is predicted by networks that were not trained on it, as
    ///     other rows select and calibrate them
    /// @param test of rows that took no part in trials and selection
    /// @param linear the scores of ridge, logistic or Poisson regression on the validation rows, fitted to the
    ///     training rows of each fold; empty for quantiles
    /// @param intervals how far the validation scores depend on which rows were scored
    public record TunedScores(
            String selectedBy,
            Map<String, Metric.Better> better,
            TestedRows validation,
            Optional<TestedRows> test,
            Map<String, Double> linear,
            Optional<ScoreIntervalFacts> intervals) {
        public TunedScores {
            better = Collections.unmodifiableMap(new LinkedHashMap<>(better));
            linear = Collections.unmodifiableMap(new LinkedHashMap<>(linear));
        }

        private static TunedScores of(FinishedTuning tuning) {
            Metric metric = tuning.plan().metric();
            Map<String, Metric.Better> better = new LinkedHashMap<>();
            tuning.selection()
                    .scores()
                    .model()
                    .scores()
                    .keySet()
                    .forEach(each -> better.put(each.title(), each.better()));
            return new TunedScores(
                    metric.title(),
                    better,
                    TestedRows.of(tuning.selection().scores(), metric),
                    tuning.test().map(scores -> TestedRows.of(scores, metric)),
                    linear(tuning.model().record()),
                    tuning.model().record().bounds().map(ScoreIntervalFacts::ofValidation));
        }

        private static Map<String, Double> linear(FitRecord record) {
            Map<String, Double> linear = new LinkedHashMap<>();
            record.scores().stream()
                    .filter(score -> !Double.isNaN(score.linear()))
                    .forEach(score -> linear.put(score.metric(), score.linear()));
            return linear;
        }

        /// What a linear model reaches by the metric of the search.
        Optional<String> linearModel() {
            return LinearModelText.of(selectedBy, linear, validation.metrics());
        }

        /// The interval of the score by the metric of the search, such as `log-loss 0.42 to 0.51 for other rows like
        /// these (95 %, bootstrap of 344 rows)`.
        Optional<String> interval() {
            return intervals
                    .filter(found -> found.metrics().containsKey(selectedBy))
                    .map(found -> "%s %s for other rows like these (%s)"
                            .formatted(selectedBy, found.text(selectedBy), found.method(selectedBy)));
        }
    }

    @Override
    public String report() {
        return "tuning";
    }

    @Override
    public int version() {
        return 1;
    }

    /// The report for people.
    ///
    /// @param width the maximum width of a line
    public String text(int width) {
        return new TuningText(this).within(width);
    }
}
