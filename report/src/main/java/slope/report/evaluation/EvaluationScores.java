package slope.report.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.report.model.ScoreFacts;
import slope.report.model.ScoreIntervalFacts;

/// The scores of an evaluation, by metric.
///
/// @param better higher, lower or neither, for each metric
/// @param metrics the model's scores of these rows
/// @param bestConstant those of the best constant prediction for these rows: their mean, or their class
///     frequencies; the baseline of a training is that of the training rows
/// @param validation the scores of the validation rows in training, as far as they are recorded
/// @param intervals how far the model's scores depend on which rows were scored
/// @param lackedGroup the group column of the training, if it had one and these rows do not
public record EvaluationScores(
        Map<String, Metric.Better> better,
        Map<String, Double> metrics,
        Map<String, Double> bestConstant,
        Map<String, Double> validation,
        ScoreIntervalFacts intervals,
        Optional<String> lackedGroup) {

    static EvaluationScores of(
            Scores scores, FitRecord record, ScoreIntervalFacts intervals, Optional<String> lackedGroup) {
        Map<String, Metric.Better> better = new LinkedHashMap<>();
        scores.model().scores().keySet().forEach(metric -> better.put(metric.title(), metric.better()));
        Map<String, Double> validation = new LinkedHashMap<>();
        record.scores().stream()
                .filter(score -> better.containsKey(score.metric()))
                .forEach(score -> validation.put(score.metric(), score.validation()));
        return new EvaluationScores(
                better,
                ScoreFacts.of(scores.model()),
                ScoreFacts.of(scores.baseline()),
                validation,
                intervals,
                lackedGroup);
    }
}
