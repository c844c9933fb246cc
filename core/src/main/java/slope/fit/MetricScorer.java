package slope.fit;

import slope.metric.Metric;
import slope.table.Table;
import slope.target.Target;
import slope.training.Scorer;

/// Judges epochs by the metric somebody chose.
final class MetricScorer implements Scorer {
    private final Metric metric;
    private final Target target;
    private final int members;
    private final Table rows;
    private final double[] actual; // rows × columns, see Target.actual
    private final double[] weights; // rows

    /// @param members of the network that is judged
    /// @param rows those kept apart
    /// @param weights how many rows each counts for
    MetricScorer(Metric metric, Target target, int members, Table rows, double[] weights) {
        this.metric = metric;
        this.target = target;
        this.members = members;
        this.rows = rows;
        this.actual = target.actual(rows);
        this.weights = weights.clone();
    }

    @Override
    public double judge(float[] outputs) {
        return judge(target.decode(outputs, members, rows));
    }

    /// How good decoded outputs, or the mean of several networks', are. Less is better.
    double judge(double[] decoded) {
        return metric.toMinimise(
                target.predictions(decoded).against(actual, weights).score(metric));
    }
}
