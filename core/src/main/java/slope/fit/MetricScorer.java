package slope.fit;

import slope.metric.Metric;
import slope.table.Table;
import slope.target.Target;
import slope.training.Scorer;

/// Scores epochs by a metric.
final class MetricScorer implements Scorer {
    private final Metric metric;
    private final Target target;
    private final int members;
    private final Table rows;
    private final double[] actual; // rows × columns, see Target.actual
    private final double[] weights; // rows

    /// @param members ensemble members of the network
    /// @param rows the validation rows
    /// @param weights how many rows each one counts for
    MetricScorer(Metric metric, Target target, int members, Table rows, double[] weights) {
        this.metric = metric;
        this.target = target;
        this.members = members;
        this.rows = rows;
        this.actual = target.actual(rows);
        this.weights = weights.clone();
    }

    @Override
    public double score(float[] outputs) {
        return score(target.decode(outputs, members, rows));
    }

    /// The score of decoded outputs, or of the mean over several networks. Lower is better.
    double score(double[] decoded) {
        return metric.toMinimise(
                target.predictions(decoded).against(actual, weights).score(metric));
    }
}
