/// Targets: how target columns are encoded for a network, and how its outputs become predictions.
///
/// Start with [slope.target.Target], which has a case for each kind, one file each. A
/// [slope.target.TargetChoice] names the target columns and finds the kind.
/// [slope.target.Predictions] are in the words and units of the columns; their scores are computed
/// in `slope.metric`.
@NullMarked
package slope.target;

import org.jspecify.annotations.NullMarked;
