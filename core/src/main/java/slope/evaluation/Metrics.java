package slope.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import slope.data.Column;
import slope.data.NumberColumn;
import slope.data.TargetEncoding;
import slope.model.Predictions;

/// Scores of predictions against what was true, each under its metric; in the order of [Metric].
///
/// @param scores NaN where a score is not defined, such as the AUC of rows that all have one class
public record Metrics(Map<Metric, Double> scores) {

    public Metrics {
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    }

    /// The scores of predictions for the rows of the true column.
    ///
    /// @param target the encoding of the column the predictions are of
    /// @param actual the true cells, none missing
    public static Metrics of(Predictions predictions, TargetEncoding target, Column actual) {
        if (predictions.rows() != actual.rows() || actual.rows() == 0) {
            throw new IllegalArgumentException("%d predictions cannot be scored against %d true values"
                    .formatted(predictions.rows(), actual.rows()));
        }
        return switch (predictions) {
            case Predictions.Classes classes -> ofClasses(classes, target.encode(actual));
            case Predictions.Numbers numbers -> ofNumbers(numbers, (NumberColumn) actual);
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

    private static Metrics ofClasses(Predictions.Classes predictions, float[] classes) {
        int rows = predictions.rows();
        int right = 0;
        double logLoss = 0;
        for (int row = 0; row < rows; row++) {
            int actual = (int) classes[row];
            if (predictions.likeliest(row) == actual) {
                right++;
            }
            // A probability that underflowed to 0 counts as the smallest double: wrong without end
            // helps nobody.
            logLoss -= Math.log(Math.max(predictions.probability(row, actual), Double.MIN_NORMAL));
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.ACCURACY, (double) right / rows);
        scores.put(Metric.LOG_LOSS, logLoss / rows);
        if (predictions.classes().size() == 2) {
            scores.put(Metric.AUC, RankedPairs.areaUnderCurve(predictions, classes));
        }
        return new Metrics(scores);
    }

    private static Metrics ofNumbers(Predictions.Numbers predictions, NumberColumn actual) {
        int rows = actual.rows();
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += actual.value(row) / rows;
        }
        double squares = 0;
        double absolutes = 0;
        double variance = 0;
        for (int row = 0; row < rows; row++) {
            double error = actual.value(row) - predictions.value(row);
            squares += error * error;
            absolutes += Math.abs(error);
            variance += (actual.value(row) - mean) * (actual.value(row) - mean);
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.RMSE, Math.sqrt(squares / rows));
        scores.put(Metric.MAE, absolutes / rows);
        scores.put(Metric.R2, variance == 0 ? Double.NaN : 1 - squares / variance);
        return new Metrics(scores);
    }
}
