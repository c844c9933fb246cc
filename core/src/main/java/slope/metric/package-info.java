/// Metrics: scores of predictions, under the names they have in options, reports and JSON.
///
/// Start with [slope.metric.Metric]: each metric is a file of its own, a
/// [slope.metric.CustomMetric] is defined by the user. It scores [slope.metric.ScoredRows],
/// predictions with actual values; [slope.metric.Metrics] holds all scores of some rows, a
/// [slope.metric.ResampledScore] those of samples of them. Curves,
/// calibration and confusion are in `slope.evaluation`.
@NullMarked
package slope.metric;

import org.jspecify.annotations.NullMarked;
