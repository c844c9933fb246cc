package slope.metric;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Scores of predicted quantiles.
public final class QuantileScores {
    /// The metrics that can choose the best epoch.
    public static final List<Metric> METRICS = List.of(Metric.PINBALL);

    private QuantileScores() {}

    /// All scores.
    ///
    /// @param predicted rows × levels, ascending in each row
    /// @param shares the level of each quantile
    /// @param actual one number for each row
    /// @param weights how many rows each one counts for
    public static Metrics of(double[] predicted, List<Double> shares, double[] actual, double[] weights) {
        int levels = shares.size();
        Metrics.check(predicted, levels, weights);
        double all = 0;
        double pinball = 0;
        double covered = 0;
        for (int row = 0; row < actual.length; row++) {
            all += weights[row];
            for (int index = 0; index < levels; index++) {
                double level = shares.get(index);
                double error = actual[row] - predicted[row * levels + index];
                pinball += weights[row] * Math.max(level * error, (level - 1) * error) / levels;
            }
            boolean between =
                    predicted[row * levels] <= actual[row] && actual[row] <= predicted[row * levels + levels - 1];
            covered += between ? weights[row] : 0;
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.PINBALL, pinball / all);
        scores.put(Metric.COVERAGE, covered / all);
        return new Metrics(scores);
    }
}
