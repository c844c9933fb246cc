/// Conformal prediction: intervals and sets that hold the actual value as often as was asked for, whatever
/// the model and the data, as long as new rows are like those that were set aside for them (Vovk, Gammerman
/// and Shafer 2005, "Algorithmic Learning in a Random World"; Angelopoulos and Bates 2021, arXiv 2107.07511).
///
/// Start with [slope.conformal.SplitConformal]: a [slope.conformal.ConformalScore] says how ill an actual
/// value suits a prediction, a [slope.conformal.ConformalQuantile] how ill the values of nearly all rows do,
/// and what suits no worse is the interval or the set. No row is chosen here: see `slope.fit`.
@NullMarked
package slope.conformal;

import org.jspecify.annotations.NullMarked;
