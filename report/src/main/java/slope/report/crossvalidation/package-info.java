/// Scores of a cross-validation: each fold, their mean, and how sure that is.
///
/// Start at [slope.report.crossvalidation.CrossValidationReport].
@NullMarked
package slope.report.crossvalidation;

import org.jspecify.annotations.NullMarked;
