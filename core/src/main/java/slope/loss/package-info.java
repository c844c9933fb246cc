/// How wrong a batch of outputs is, as one number that training makes small, with its gradient.
///
/// Start with [slope.loss.Loss]; [slope.loss.LossMeter] measures one block by block. What people compare
/// models by is not here: see `slope.metric`.
@NullMarked
package slope.loss;

import org.jspecify.annotations.NullMarked;
