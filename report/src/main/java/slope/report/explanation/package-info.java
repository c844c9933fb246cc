/// Why a model predicts what it does.
///
/// Start at [slope.report.explanation.ExplanationReport]: its facts are those of the JSON, and its text and its
/// page are made of them. What is asked for is an [slope.report.explanation.ExplanationRequest].
@NullMarked
package slope.report.explanation;

import org.jspecify.annotations.NullMarked;
