/// Scores of predictions, under the names they have in options, reports and JSON.
///
/// Start with [slope.metric.Metric]; [slope.metric.Metrics] holds the scores of some predictions. Curves,
/// calibration and confusion are in `slope.evaluation`.
@NullMarked
package slope.metric;

import org.jspecify.annotations.NullMarked;
