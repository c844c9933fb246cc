package slope.reference;

import java.util.Optional;

/// The numbers of a dense layer.
///
/// @param weights inputs × outputs
/// @param bias 1 × outputs, where the layer has biases
public record LayerParameters(Matrix weights, Optional<Matrix> bias) {

    /// Whether every number is finite.
    boolean isFinite() {
        return weights.isFinite() && bias.map(Matrix::isFinite).orElse(true);
    }
}
