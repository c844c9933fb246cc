package slope.metric;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Scores of predicted numbers and counts.
public final class NumberScores {
    /// The metrics that can choose the best epoch, the usual one first.
    public static final List<Metric> METRICS = List.of(Metric.RMSE, Metric.MAE, Metric.R2, Metric.POISSON_DEVIANCE);

    public static final List<Metric> METRICS_OF_COUNTS =
            List.of(Metric.POISSON_DEVIANCE, Metric.RMSE, Metric.MAE, Metric.R2);

    /// A deviance of a prediction of 0 would be infinite.
    private static final double LEAST_COUNT = 1e-6;

    private NumberScores() {}

    /// All scores of numbers.
    ///
    /// @param predicted rows × columns
    /// @param columns how many there are
    /// @param actual rows × columns
    /// @param weights how many rows each one counts for
    public static Metrics of(double[] predicted, int columns, double[] actual, double[] weights) {
        return new Metrics(scores(predicted, columns, actual, weights));
    }

    /// All scores of one column of counts.
    public static Metrics ofCounts(double[] predicted, double[] actual, double[] weights) {
        Map<Metric, Double> scores = scores(predicted, 1, actual, weights);
        scores.put(Metric.POISSON_DEVIANCE, deviance(predicted, actual, weights));
        return new Metrics(scores);
    }

    /// Whether each number is whole and not below 0.
    public static boolean areCounts(double[] numbers) {
        for (double number : numbers) {
            if (!(number >= 0 && number == Math.rint(number))) {
                return false;
            }
        }
        return true;
    }

    private static Map<Metric, Double> scores(double[] predicted, int columns, double[] actual, double[] weights) {
        Metrics.check(predicted, columns, weights);
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double squares = 0;
        double absolutes = 0;
        double explained = 0;
        for (int column = 0; column < columns; column++) {
            double mean = 0;
            for (int row = 0; row < weights.length; row++) {
                mean += weights[row] * actual[row * columns + column] / all;
            }
            double variance = 0;
            double columnSquares = 0;
            for (int row = 0; row < weights.length; row++) {
                double truth = actual[row * columns + column];
                double error = truth - predicted[row * columns + column];
                columnSquares += weights[row] * error * error;
                absolutes += weights[row] * Math.abs(error);
                variance += weights[row] * (truth - mean) * (truth - mean);
            }
            squares += columnSquares;
            explained += (variance == 0 ? Double.NaN : 1 - columnSquares / variance) / columns;
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.RMSE, Math.sqrt(squares / all / columns));
        scores.put(Metric.MAE, absolutes / all / columns);
        scores.put(Metric.R2, explained);
        return scores;
    }

    private static double deviance(double[] predicted, double[] actual, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < weights.length; row++) {
            double expected = Math.max(predicted[row], LEAST_COUNT);
            double truth = actual[row];
            double part = truth == 0 ? 0 : truth * StrictMath.log(truth / expected);
            sum += weights[row] * 2 * (part - truth + expected);
            all += weights[row];
        }
        return sum / all;
    }
}
