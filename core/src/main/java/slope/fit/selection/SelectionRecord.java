package slope.fit.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.evaluation.Scores;
import slope.fit.FitPlan;
import slope.fit.NetworkPlan;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.RowSketch;
import slope.model.TrainingRanges;

/// What a model's file keeps of a selection.
final class SelectionRecord {
    private SelectionRecord() {}

    /// The record without what takes further predictions.
    ///
    /// @param linear scores of a linear model in the same rows, if there are some
    static FitRecord of(Selection selection, Model model, Optional<Metrics> linear, String dataHash) {
        FitPlan plan = selection.plan();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("task", plan.target().kind().option());
        settings.put("metric", plan.metric().title());
        settings.put(FitRecord.SELECTION, selected(selection));
        plan.estimator().target().threshold().ifPresent(choice -> settings.put("threshold", choice.text()));
        settings.putAll(plan.coverageSettings());
        settings.put("seed", Long.toString(plan.estimator().seed()));
        return FitRecord.unknown()
                .settings(settings)
                .weightColumn(plan.estimator().rows().weight())
                .data(new FitRecord.Data(
                        plan.rows().rowsOfTable(),
                        plan.first().split().training().length,
                        selection.rows(),
                        dataHash,
                        splits(plan),
                        Optional.of(RowSketch.of(plan.rows().table(), RowSketch.columns(model)))))
                .scores(scores(selection.scores(), linear))
                .ranges(TrainingRanges.in(plan.rows().table(), model.columns().keySet()));
    }

    /// As in `2 of 12 candidates: tuned 1 × 15, ensemble 2 × 10`.
    private static String selected(Selection selection) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < selection.counts().size(); index++) {
            int count = selection.counts().get(index);
            if (count > 0) {
                names.add("%s × %s".formatted(selection.candidates().get(index).name(), count));
            }
        }
        return "%s of %s candidates: %s"
                .formatted(names.size(), selection.counts().size(), String.join(", ", names));
    }

    private static String splits(FitPlan plan) {
        return plan.members().stream()
                .map(NetworkPlan::split)
                .map(split -> split.fingerprint())
                .collect(Collectors.joining(" "));
    }

    /// Training rows are not scored: most networks were trained on any of them.
    private static List<FitRecord.Score> scores(Scores nested, Optional<Metrics> linear) {
        List<FitRecord.Score> scores = new ArrayList<>();
        nested.model()
                .scores()
                .forEach((metric, score) -> scores.add(new FitRecord.Score(
                        metric.title(),
                        Double.NaN,
                        score,
                        ofBaseline(nested, metric),
                        linear.map(rows -> rows.scores().getOrDefault(metric, Double.NaN))
                                .orElse(Double.NaN))));
        return scores;
    }

    static FitRecord.Test test(Scores scores) {
        List<FitRecord.TestScore> ofMetrics = new ArrayList<>();
        scores.model()
                .scores()
                .forEach((metric, score) ->
                        ofMetrics.add(new FitRecord.TestScore(metric.title(), score, ofBaseline(scores, metric))));
        return new FitRecord.Test(scores.rows(), ofMetrics);
    }

    private static double ofBaseline(Scores scores, Metric metric) {
        return scores.baseline().scores().getOrDefault(metric, Double.NaN);
    }
}
