package slope.fit;

import slope.metric.Metric;
import slope.metric.Metrics;
import slope.table.Table;
import slope.target.Outputs;
import slope.target.TargetEncoding;
import slope.training.Scorer;

/// Judges epochs by the metric somebody chose.
final class MetricScorer implements Scorer {
    private final Metric metric;
    private final TargetEncoding target;
    private final int members;
    private final Table rows;
    private final double[] actual; // rows × columns, see Metrics
    private final double[] weights; // rows

    /// @param members of the network that is judged
    /// @param rows those kept apart
    /// @param weights how many rows each counts for
    MetricScorer(Metric metric, TargetEncoding target, int members, Table rows, double[] weights) {
        this.metric = metric;
        this.target = target;
        this.members = members;
        this.rows = rows;
        this.actual = target.actual(rows);
        this.weights = weights.clone();
    }

    @Override
    public double judge(float[] outputs) {
        return judge(Outputs.meanings(target, outputs, members, rows));
    }

    /// How good predictions are that outputs, or a mean of several, stand for; see [Outputs]. Less is better.
    double judge(double[] meanings) {
        Metrics metrics = Metrics.of(Outputs.predictions(target, meanings), actual, weights);
        return metric.toMinimise(metrics.score(metric));
    }
}
