package slope.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Scores of predictions against what was true, each under its metric; in the order of [Metric].
///
/// @param scores NaN where a score is not defined, such as the AUC of rows that all have one class
public record Metrics(Map<Metric, Double> scores) {

    public Metrics {
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    }

    /// The scores of predictions, each row counting the same.
    ///
    /// @param actual what is true of each row: rows × columns, as `TargetEncoding.actual` gives it
    public static Metrics of(Predictions predictions, double[] actual) {
        double[] weights = new double[predictions.rows()];
        Arrays.fill(weights, 1);
        return of(predictions, actual, weights);
    }

    /// The scores of predictions for some rows.
    ///
    /// @param actual what is true of each row: rows × columns
    /// @param weights how many rows each one counts for, not below 0
    public static Metrics of(Predictions predictions, double[] actual, double[] weights) {
        if (predictions.rows() != weights.length || weights.length == 0) {
            throw new IllegalArgumentException("%s predictions cannot be scored against %s true values"
                    .formatted(predictions.rows(), weights.length));
        }
        return switch (predictions) {
            case Predictions.Classes classes -> new Metrics(ClassScores.of(classes, actual, weights));
            case Predictions.Labels labels -> new Metrics(LabelScores.of(labels, actual, weights));
            case Predictions.Numbers numbers -> new Metrics(NumberScores.of(numbers, actual, weights));
            case Predictions.Quantiles quantiles -> new Metrics(QuantileScores.of(quantiles, actual, weights));
        };
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
}
