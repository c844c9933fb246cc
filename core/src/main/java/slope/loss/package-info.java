/// Losses: how wrong a batch of outputs is, as one number that training minimizes, with its
/// gradient.
///
/// Start with [slope.loss.Loss]; each case is a file with its formula, the targets it is defined
/// for and its computation. [slope.loss.LossMeter] has the common part: blocks, weights, sums.
/// Scores that people compare models by are not here: see `slope.metric`.
@NullMarked
package slope.loss;

import org.jspecify.annotations.NullMarked;
