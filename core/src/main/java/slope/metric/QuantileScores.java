package slope.metric;

import java.util.EnumMap;
import java.util.Map;

/// Scores of predicted quantiles.
final class QuantileScores {
    private QuantileScores() {}

    static Map<Metric, Double> of(Predictions.Quantiles predictions, double[] actual, double[] weights) {
        int levels = predictions.levels().size();
        double all = 0;
        double pinball = 0;
        double covered = 0;
        for (int row = 0; row < actual.length; row++) {
            all += weights[row];
            for (int index = 0; index < levels; index++) {
                double level = predictions.levels().get(index);
                double error = actual[row] - predictions.value(row, index);
                pinball += weights[row] * Math.max(level * error, (level - 1) * error) / levels;
            }
            boolean between =
                    predictions.value(row, 0) <= actual[row] && actual[row] <= predictions.value(row, levels - 1);
            covered += between ? weights[row] : 0;
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.PINBALL, pinball / all);
        scores.put(Metric.COVERAGE, covered / all);
        return scores;
    }
}
