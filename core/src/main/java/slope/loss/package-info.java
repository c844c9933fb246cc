/// How wrong a batch of outputs is, as one number that training makes small, with its gradient.
///
/// Start with [slope.loss.Loss]; each case is a file with its formula, the targets it is defined for and
/// its measuring. [slope.loss.LossMeter] has what is common: blocks, weights, sums. What people compare
/// models by is not here: see `slope.metric`.
@NullMarked
package slope.loss;

import org.jspecify.annotations.NullMarked;
