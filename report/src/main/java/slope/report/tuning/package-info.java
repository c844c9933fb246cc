/// What came of a search: its trials, and the model that was selected among them.
///
/// Start with [slope.report.tuning.TuningReport].
@NullMarked
package slope.report.tuning;

import org.jspecify.annotations.NullMarked;
