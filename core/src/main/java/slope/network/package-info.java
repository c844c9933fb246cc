/// A network: its shape, its parameters, and how inputs become outputs.
///
/// Start with [slope.network.Architecture], a list of [slope.network.Layer]s, and
/// [slope.network.Network], an architecture with [slope.network.Parameters]. All three are values:
/// training makes a new network and leaves the given one as it was. [slope.network.Pass] owns the
/// buffers of one forward and backward pass. How weights change is not here: see `slope.training`.
@NullMarked
package slope.network;

import org.jspecify.annotations.NullMarked;
