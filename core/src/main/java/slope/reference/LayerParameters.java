package slope.reference;

import java.util.List;
import java.util.Optional;

/// The numbers of a layer: its blocks in the order of the network's
/// [slope.layer.ParameterLayout].
///
/// @param blocks of a dense layer weights, inputs × outputs, and perhaps a bias, 1 × outputs
public record LayerParameters(List<Matrix> blocks) {
    public LayerParameters {
        blocks = List.copyOf(blocks);
    }

    /// A dense layer's weights, inputs × outputs.
    public Matrix weights() {
        return blocks.getFirst();
    }

    /// A dense layer's bias, 1 × outputs, where it has one.
    public Optional<Matrix> bias() {
        return blocks.size() > 1 ? Optional.of(blocks.get(1)) : Optional.empty();
    }

    /// Whether every number is finite.
    boolean isFinite() {
        for (Matrix block : blocks) {
            if (!block.isFinite()) {
                return false;
            }
        }
        return true;
    }
}
