package slope.report.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.metric.Metric;
import slope.metric.Metrics;

/// Scores by the names of their metrics.
public final class ScoreFacts {
    private ScoreFacts() {}

    /// In the order of the metrics; NaN where a score is not defined.
    public static Map<String, Double> of(Metrics metrics) {
        Map<String, Double> scores = new LinkedHashMap<>();
        metrics.scores().forEach((metric, score) -> scores.put(metric.title(), score));
        return Collections.unmodifiableMap(scores);
    }

    /// A sentence such as `Higher is better for accuracy and mcc, lower for log-loss.`
    ///
    /// @param better of each metric
    public static String directions(Map<String, Metric.Better> better) {
        String higher = names(better, Metric.Better.HIGHER);
        String lower = names(better, Metric.Better.LOWER);
        if (higher.isEmpty() || lower.isEmpty()) {
            return higher.isEmpty() ? "Lower is better." : "Higher is better.";
        }
        return "Higher is better for %s, lower for %s.".formatted(higher, lower);
    }

    private static String names(Map<String, Metric.Better> better, Metric.Better direction) {
        return listed(better.entrySet().stream()
                .filter(metric -> metric.getValue() == direction)
                .map(Map.Entry::getKey)
                .toList());
    }

    /// Such as `accuracy, auc and f1`.
    static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
