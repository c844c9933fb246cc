/// What came of a training: scores beside the baseline, columns, settings, health, warnings.
///
/// Start with [slope.report.training.TrainingReport]. Nothing is computed here that a run has not computed.
@NullMarked
package slope.report.training;

import org.jspecify.annotations.NullMarked;
