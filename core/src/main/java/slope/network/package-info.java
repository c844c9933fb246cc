/// A network: a pure function from rows of inputs to rows of outputs.
///
/// Start with [slope.network.Network], an architecture with its parameters. [slope.network.Pass] owns the
/// buffers of one forward and backward pass, [slope.network.Predictor] predicts with one network again and
/// again. How weights change is not here: see `slope.training`.
@NullMarked
package slope.network;

import org.jspecify.annotations.NullMarked;
