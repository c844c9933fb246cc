package slope.reference;

import java.util.Optional;

/// How one dense layer changed in one iteration.
///
/// @param weights inputs × units
/// @param bias 1 × units, where the layer has biases
public record LayerUpdate(ParameterUpdate weights, Optional<ParameterUpdate> bias) {

    /// The layer's parameters from now on.
    LayerParameters after() {
        return new LayerParameters(weights.after(), bias.map(ParameterUpdate::after));
    }

    boolean isAtRest() {
        return weights.isAtRest() && bias.map(ParameterUpdate::isAtRest).orElse(true);
    }
}
