package slope.fit;

import slope.linear.OutputDecoder;
import slope.metric.Metric;
import slope.recipe.UntrainedNetwork;
import slope.table.Table;
import slope.target.Target;
import slope.training.Scorer;

/// Scores epochs by a metric.
final class MetricScorer implements Scorer {
    private final Metric metric;
    private final Target target;
    private final OutputDecoder decoder;
    private final double[] actual; // rows × columns, see Target.actual
    private final double[] weights; // rows

    /// @param rows the validation rows
    /// @param weights how many rows each one counts for
    MetricScorer(Metric metric, UntrainedNetwork network, Table rows, double[] weights) {
        this.metric = metric;
        this.target = network.target();
        this.decoder = network.decoder(rows);
        this.actual = target.actual(rows);
        this.weights = weights.clone();
    }

    @Override
    public double score(float[] outputs) {
        return score(decoder.decode(outputs));
    }

    /// The score of decoded outputs, or of the mean over several networks. Lower is better.
    double score(double[] decoded) {
        return metric.toMinimise(
                target.predictions(decoded).against(actual, weights).score(metric));
    }
}
