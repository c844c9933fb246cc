package slope.recipe;

import slope.layer.Architecture;
import slope.model.FittedNetwork;
import slope.network.Network;
import slope.preprocess.TableEncoder;
import slope.target.Target;

/// A network without parameters, fitted to its training rows.
///
/// @param encoder from columns to inputs
/// @param target from outputs to predictions
/// @param architecture its layers
public record UntrainedNetwork(TableEncoder encoder, Target target, Architecture architecture) {

    /// The network with parameters.
    public FittedNetwork with(Network network) {
        return new FittedNetwork(encoder, target, network);
    }
}
