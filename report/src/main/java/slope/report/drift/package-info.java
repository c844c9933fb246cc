/// What changed between two tables, column by column.
///
/// Start at [slope.report.drift.DriftReport].
@NullMarked
package slope.report.drift;

import org.jspecify.annotations.NullMarked;
