/// Two models on the same rows: which one is better, how sure that is, and where they disagree.
///
/// Start at [slope.report.comparison.ComparisonReport].
@NullMarked
package slope.report.comparison;

import org.jspecify.annotations.NullMarked;
