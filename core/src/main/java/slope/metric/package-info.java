/// Scores of predictions, under the names they have in options, reports and JSON.
///
/// Start with [slope.metric.Metric]: each metric is a file of its own, [slope.metric.CustomMetric] one of
/// yours. It scores [slope.metric.ScoredRows], predictions beside what is true; [slope.metric.Metrics] holds
/// all scores of some rows.
/// Curves, calibration and confusion are in `slope.evaluation`.
@NullMarked
package slope.metric;

import org.jspecify.annotations.NullMarked;
