package slope.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Scores of predictions against what was true, each under its metric; in the order of [Metric].
///
/// @param scores NaN where a score is not defined, such as the AUC of rows that all have one class
public record Metrics(Map<Metric, Double> scores) {

    public Metrics {
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    }

    /// Refuses predictions of no rows, or of others than are true.
    ///
    /// @param width how many predicted numbers each row has
    static void check(double[] predicted, int width, double[] weights) {
        if (weights.length == 0 || predicted.length != width * weights.length) {
            throw new IllegalArgumentException("%s predictions cannot be scored against %s true values"
                    .formatted(predicted.length / width, weights.length));
        }
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

    /// A score in each line, as in `accuracy 0.9524`.
    @Override
    public String toString() {
        return scores.entrySet().stream()
                .map(score ->
                        String.format(Locale.ROOT, "%s %.4g", score.getKey().title(), score.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
