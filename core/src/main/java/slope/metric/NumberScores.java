package slope.metric;

import java.util.EnumMap;
import java.util.Map;
import slope.metric.Predictions.Numbers.Meaning;

/// Scores of predicted numbers and counts.
final class NumberScores {
    /// A deviance of a prediction of 0 would be infinite.
    private static final double LEAST_COUNT = 1e-6;

    private NumberScores() {}

    /// @param actual rows × columns
    static Map<Metric, Double> of(Predictions.Numbers predictions, double[] actual, double[] weights) {
        int columns = predictions.names().size();
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
                double error = truth - predictions.value(row, column);
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
        if (predictions.meaning() == Meaning.COUNTS || (columns == 1 && isCounts(actual))) {
            scores.put(Metric.POISSON_DEVIANCE, deviance(predictions, actual, weights) / all);
        }
        return scores;
    }

    private static boolean isCounts(double[] actual) {
        for (double value : actual) {
            if (!(value >= 0 && value == Math.rint(value))) {
                return false;
            }
        }
        return true;
    }

    private static double deviance(Predictions.Numbers predictions, double[] actual, double[] weights) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            double predicted = Math.max(predictions.value(row), LEAST_COUNT);
            double truth = actual[row];
            double part = truth == 0 ? 0 : truth * StrictMath.log(truth / predicted);
            sum += weights[row] * 2 * (part - truth + predicted);
        }
        return sum;
    }
}
