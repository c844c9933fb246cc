/// A model scored on rows with known targets.
///
/// Start at [slope.report.evaluation.EvaluationReport]: its facts are those of the JSON, and its text and
/// its page are made of them. The page is one HTML file that needs nothing else.
@NullMarked
package slope.report.evaluation;

import org.jspecify.annotations.NullMarked;
