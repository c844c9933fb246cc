package slope.report.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
}
