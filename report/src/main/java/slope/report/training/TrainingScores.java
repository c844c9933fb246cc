package slope.report.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.IntervalCoverage;
import slope.evaluation.ScoreIntervals;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.report.model.CoverageFacts;
import slope.report.model.LinearModelText;
import slope.report.model.ScoreFacts;
import slope.report.model.ScoreIntervalFacts;
import slope.run.FinishedRun;

/// The scores of a training.
///
/// @param chosenBy the metric that chose the best epoch by the validation rows, which makes their
///     scores optimistic
/// @param better higher, lower or neither, for each metric
/// @param training of rows that the networks learned from
/// @param validation out of fold: each row by the network that was not trained on it
/// @param test of rows that took no part in training
/// @param beside what validation and test scores are to be seen beside
public record TrainingScores(
        String chosenBy,
        Map<String, Metric.Better> better,
        TrainingRows training,
        TestedRows validation,
        Optional<TestedRows> test,
        ScoreContext beside) {

    static TrainingScores of(FinishedRun run) {
        Metric chosen = run.result().metric();
        Map<String, Metric.Better> better = new LinkedHashMap<>();
        run.validation().model().scores().keySet().forEach(metric -> better.put(metric.title(), metric.better()));
        return new TrainingScores(
                chosen.title(),
                better,
                new TrainingRows(
                        run.training().rows(), ScoreFacts.of(run.training().model())),
                TestedRows.of(run.validation(), chosen),
                run.test().map(scores -> TestedRows.of(scores, chosen)),
                ScoreContext.of(run));
    }

    /// How sure scores are, and what a linear model reaches.
    ///
    /// @param linear the scores of ridge, logistic or Poisson regression on the validation rows, fitted to
    ///     the training rows of each fold; empty for quantiles, and where the time is limited
    /// @param validation how far the validation scores depend on which rows were scored; none if the time was too
    ///     short
    /// @param test the same of test scores
    /// @param testCoverage of the intervals or sets of test rows, for each target column; none if there are none
    public record ScoreContext(
            Map<String, Double> linear,
            Optional<ScoreIntervalFacts> validation,
            Optional<ScoreIntervalFacts> test,
            List<CoverageFacts> testCoverage) {
        public ScoreContext {
            testCoverage = List.copyOf(testCoverage);
        }

        private static ScoreContext of(FinishedRun run) {
            return new ScoreContext(
                    run.linear(),
                    run.intervals().map(found -> intervals(run, found)),
                    run.testIntervals().map(found -> intervals(run, found)),
                    CoverageFacts.of(run.result().model(), run.testSets()));
        }

        private static ScoreIntervalFacts intervals(FinishedRun run, ScoreIntervals found) {
            return ScoreIntervalFacts.of(
                    found, found.areGroups() ? run.request().estimator().rows().group() : Optional.empty());
        }
    }

    /// What a linear model reaches by the metric that chose the epoch.
    Optional<String> linearModel() {
        return LinearModelText.of(chosenBy, beside.linear(), validation.metrics());
    }

    /// The interval of the metric that chose the epoch, such as `log-loss 0.42 to 0.51 (95 %) for other validation
    /// rows, by a bootstrap of 2,000 samples`: of test rows if there are any.
    Optional<String> interval() {
        String rows = test.isPresent() ? "test" : "validation";
        return (test.isPresent() ? beside.test() : beside.validation())
                .filter(intervals -> intervals.metrics().containsKey(chosenBy))
                .map(intervals -> "%s %s for other %s rows like these (%s)"
                        .formatted(chosenBy, intervals.text(chosenBy), rows, intervals.method(chosenBy)));
    }

    /// Scores of training rows.
    ///
    /// @param rows that were scored; fewer than were trained on where the time was short
    public record TrainingRows(int rows, Map<String, Double> metrics) {}

    /// Scores of rows that the predicting networks were not trained on.
    ///
    /// @param metrics the model's
    /// @param baseline those of a constant prediction, which uses no input
    /// @param noBetter the metrics by which the model is not trusted: the baseline is better, or as good
    ///     by the metric that chose the epoch
    /// @param worse those of them by which the baseline is better
    /// @param intervals the coverage of quantiles; empty for other predictions
    public record TestedRows(
            int rows,
            Map<String, Double> metrics,
            Map<String, Double> baseline,
            List<String> noBetter,
            List<String> worse,
            List<Interval> intervals) {
        /// The scores of some rows.
        ///
        /// @param chosen the metric that chose the model
        public static TestedRows of(Scores scores, Metric chosen) {
            List<Metric> failing = scores.model().scores().keySet().stream()
                    .filter(metric -> metric.equals(chosen) ? scores.isNoBetter(metric) : scores.isWorse(metric))
                    .toList();
            return new TestedRows(
                    scores.rows(),
                    ScoreFacts.of(scores.model()),
                    ScoreFacts.of(scores.baseline()),
                    failing.stream().map(Metric::title).toList(),
                    failing.stream().filter(scores::isWorse).map(Metric::title).toList(),
                    scores.intervals().stream().map(Interval::of).toList());
        }
    }

    /// The coverage between two quantiles.
    ///
    /// @param lower the lower level; 0 where there is none
    /// @param upper the upper level
    /// @param rows how many rows without weights would be as certain
    /// @param observed the share of rows between them
    /// @param samplingError how far that may differ from `upper − lower` by chance, 95 times of 100
    /// @param miscalibrated whether it differs by more
    public record Interval(
            double lower, double upper, double rows, double observed, double samplingError, boolean miscalibrated) {
        /// The share of rows that should lie between them, without the last digits of 0.9 − 0.1.
        public double nominal() {
            return Math.round((upper - lower) * 1e9) / 1e9;
        }

        private static Interval of(IntervalCoverage interval) {
            return new Interval(
                    interval.lower(),
                    interval.upper(),
                    interval.rows(),
                    interval.observed(),
                    interval.samplingError(),
                    interval.isMiscalibrated());
        }
    }
}
