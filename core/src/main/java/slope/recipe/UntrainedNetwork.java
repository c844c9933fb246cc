package slope.recipe;

import slope.layer.Architecture;
import slope.model.FittedNetwork;
import slope.network.Network;
import slope.preprocess.TableEncoder;
import slope.target.Target;

/// A network but for its parameters, with what its training rows tell.
///
/// @param encoder from columns to inputs
/// @param target from outputs to what they mean
/// @param architecture its layers
public record UntrainedNetwork(TableEncoder encoder, Target target, Architecture architecture) {

    /// The same with parameters.
    public FittedNetwork with(Network network) {
        return new FittedNetwork(encoder, target, network);
    }
}
