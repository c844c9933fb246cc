/// Scores of predictions, under the names they have in options, reports and JSON.
///
/// Start with [slope.metric.Metric]. The scores of a kind of predictions are computed together, on
/// arrays, such as those of [slope.metric.ClassScores]; [slope.metric.Metrics] holds them by name.
/// Curves, calibration and confusion are in `slope.evaluation`.
@NullMarked
package slope.metric;

import org.jspecify.annotations.NullMarked;
