package slope.model;

import slope.data.Table;
import slope.data.TargetEncoding;
import slope.evaluation.Metric;
import slope.evaluation.Metrics;
import slope.training.Judge;

/// Judges epochs by the metric somebody chose.
final class MetricJudge implements Judge {
    private final Metric metric;
    private final TargetEncoding target;
    private final int members;
    private final Table rows;
    private final double[] actual; // rows × columns, see Metrics
    private final double[] weights; // rows

    /// @param members of the network that is judged
    /// @param rows those kept apart
    /// @param weights how many rows each counts for
    MetricJudge(Metric metric, TargetEncoding target, int members, Table rows, double[] weights) {
        this.metric = metric;
        this.target = target;
        this.members = members;
        this.rows = rows;
        this.actual = Metrics.actual(target, rows);
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
