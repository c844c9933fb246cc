package slope.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;

/// The scores of predictions, each under its metric; in the order of [Metric#ALL].
///
/// @param scores NaN where a score is not defined, such as the AUC of rows that all have one class
public record Metrics(Map<Metric, Double> scores) {

    public Metrics {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /// The scores of all built-in metrics that apply to some rows, and of one more.
    public static Metrics of(ScoredRows rows, Metric... others) {
        Map<Metric, Double> scores = new LinkedHashMap<>();
        for (Metric metric : Metric.ALL) {
            if (metric.appliesTo(rows)) {
                scores.put(metric, metric.score(rows));
            }
        }
        for (Metric metric : others) {
            if (!scores.containsKey(metric) && metric.appliesTo(rows)) {
                scores.put(metric, metric.score(rows));
            }
        }
        return new Metrics(scores);
    }

    /// One score.
    ///
    /// @throws IllegalArgumentException if the predictions have no such score
    public double score(Metric metric) {
        Double score = scores.get(metric);
        if (score == null) {
            throw new IllegalArgumentException("these predictions have no " + metric.title());
        }
        return score;
    }

    /// One score a line, such as `accuracy 0.9524`.
    @Override
    public String toString() {
        return scores.entrySet().stream()
                .map(score -> score.getKey().title() + " " + Numerals.score(score.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
