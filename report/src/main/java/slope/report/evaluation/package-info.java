/// A model scored on rows with known targets.
///
/// Start at [slope.report.evaluation.Evaluation], which computes everything once; the text, the JSON and
/// the page each show it. [slope.report.evaluation.ReportPage] is one HTML file that needs nothing else.
@NullMarked
package slope.report.evaluation;

import org.jspecify.annotations.NullMarked;
