package slope.report.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.evaluation.Evaluation;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.Model;
import slope.report.model.CoverageFacts;
import slope.report.model.LinearModelText;
import slope.report.model.ScoreFacts;
import slope.report.model.ScoreIntervalFacts;

/// The scores of an evaluation, by metric.
///
/// @param better higher, lower or neither, for each metric
/// @param metrics the model's scores of these rows
/// @param bestConstant those of the best constant prediction for these rows: their mean, or their class
///     frequencies; the baseline of a training is that of the training rows
/// @param validation the scores of the validation rows in training
/// @param intervals how far the model's scores depend on which rows were scored
/// @param coverage of the intervals or sets of each target column; none if the model has none
public record EvaluationScores(
        Map<String, Metric.Better> better,
        Map<String, Double> metrics,
        Map<String, Double> bestConstant,
        ValidationScores validation,
        ScoreIntervalFacts intervals,
        List<CoverageFacts> coverage) {
    public EvaluationScores {
        coverage = List.copyOf(coverage);
    }

    /// The scores of the validation rows in training, as far as they are recorded.
    ///
    /// @param chosenBy the metric that chose the epoch
    /// @param model out of fold
    /// @param linear of ridge, logistic or Poisson regression, fitted to the training rows of each fold; empty for
    ///     quantiles, and where the time was limited
    public record ValidationScores(Optional<String> chosenBy, Map<String, Double> model, Map<String, Double> linear) {
        private static ValidationScores of(FitRecord record, Set<String> metrics) {
            Map<String, Double> model = new LinkedHashMap<>();
            Map<String, Double> linear = new LinkedHashMap<>();
            for (FitRecord.Score score : record.scores()) {
                if (metrics.contains(score.metric())) {
                    model.put(score.metric(), score.validation());
                }
                if (metrics.contains(score.metric()) && !Double.isNaN(score.linear())) {
                    linear.put(score.metric(), score.linear());
                }
            }
            return new ValidationScores(Optional.ofNullable(record.settings().get("metric")), model, linear);
        }
    }

    static EvaluationScores of(Evaluation evaluation, Model model, ScoreIntervalFacts intervals) {
        Scores scores = evaluation.scores();
        Map<String, Metric.Better> better = new LinkedHashMap<>();
        scores.model().scores().keySet().forEach(metric -> better.put(metric.title(), metric.better()));
        return new EvaluationScores(
                better,
                ScoreFacts.of(scores.model()),
                ScoreFacts.of(scores.baseline()),
                ValidationScores.of(model.record(), better.keySet()),
                intervals,
                CoverageFacts.of(model, evaluation.sets()));
    }

    /// What a linear model reached in training, by the metric that chose the epoch.
    Optional<String> linearModel() {
        return validation
                .chosenBy()
                .flatMap(metric -> LinearModelText.of(metric, validation.linear(), validation.model()));
    }
}
