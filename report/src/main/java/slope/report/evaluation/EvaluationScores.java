package slope.report.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.evaluation.Evaluation;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.Model;
import slope.report.model.CoverageFacts;
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
/// @param coverage of the intervals or sets of each target column; none if the model has none
public record EvaluationScores(
        Map<String, Metric.Better> better,
        Map<String, Double> metrics,
        Map<String, Double> bestConstant,
        Map<String, Double> validation,
        ScoreIntervalFacts intervals,
        List<CoverageFacts> coverage) {
    public EvaluationScores {
        coverage = List.copyOf(coverage);
    }

    static EvaluationScores of(Evaluation evaluation, Model model, ScoreIntervalFacts intervals) {
        Scores scores = evaluation.scores();
        FitRecord record = model.record();
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
                CoverageFacts.of(model, evaluation.sets()));
    }
}
