/// What is predicted: how the column becomes numbers, how many outputs it needs, and what the outputs mean.
///
/// Start with [slope.target.Task] and [slope.target.TargetEncoding]. [slope.target.Baseline] is the trivial
/// prediction that every model is compared with. Scores are in `slope.metric`.
@NullMarked
package slope.target;

import org.jspecify.annotations.NullMarked;
