package slope.fit;

import java.util.Optional;
import slope.evaluation.Bootstrap;
import slope.evaluation.ScoreIntervals;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.metric.ScoredRows;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;

/// Scores predictions and the baseline.
final class RowScorer {
    private static final long SEED = 1;

    private final Target target;
    private final double[] baseline; // decoded outputs of one row, see Target.constant
    private final Optional<String> weight;
    private final Metric metric;

    /// @param training the training rows, whose mean is the baseline
    /// @param weight the column that says how many rows each one counts for
    /// @param metric the metric that chose the best epoch; it is among the scores, even if it is a
    ///     custom one
    RowScorer(Target target, Table training, Optional<String> weight, Metric metric) {
        this.target = target;
        this.baseline = target.constant(training);
        this.weight = weight;
        this.metric = metric;
    }

    /// The calibration and the rule of decisions that suit the rows best.
    ///
    /// @param decoded of the rows
    PostProcessing postProcessing(FitPlan plan, double[] decoded, Table rows) {
        return PostProcessing.fit(plan, target, decoded, target.actual(rows), RowWeights.of(weight, rows));
    }

    /// Predictions beside the actual values.
    ///
    /// @param rows the predicted rows
    ScoredRows scored(Predictions predictions, Table rows) {
        return predictions.against(target.actual(rows), RowWeights.of(weight, rows));
    }

    /// How far scores depend on which rows are scored.
    ///
    /// @param rows the predicted rows
    /// @param group the column whose groups belong together, if the rows have it
    ScoreIntervals intervals(Predictions predictions, Table rows, Optional<String> group) {
        ScoredRows scored = scored(predictions, rows);
        return group.flatMap(rows::find)
                .map(column -> Bootstrap.ofGroups(column, SEED))
                .orElseGet(() -> Bootstrap.ofRows(rows.rows(), SEED))
                .intervals(scored, Metrics.of(scored, metric).scores().keySet());
    }

    /// @param rows the predicted rows
    Scores scores(Predictions predictions, Table rows) {
        double[] actual = target.actual(rows);
        double[] weights = RowWeights.of(weight, rows);
        return Scores.of(
                predictions.against(actual, weights),
                target.baseline(baseline, rows).against(actual, weights),
                metric);
    }
}
