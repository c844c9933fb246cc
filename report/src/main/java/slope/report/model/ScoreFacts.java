package slope.report.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
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

    /// Four significant digits, without an exponent for everyday sizes; a dash for NaN.
    public static String text(double score) {
        if (Double.isNaN(score)) {
            return "–";
        }
        double size = Math.abs(score);
        if (size >= 1000 && size < 1e9) {
            return String.format(Locale.ROOT, "%,.1f", score);
        }
        return String.format(Locale.ROOT, size == 0 || (size >= 0.001 && size < 1000) ? "%.4f" : "%.3e", score);
    }
}
