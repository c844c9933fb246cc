package slope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How one layer changed in one iteration.
///
/// @param blocks one for each of the layer's blocks, in the order of [LayerParameters]
public record LayerUpdate(List<ParameterUpdate> blocks) {
    public LayerUpdate {
        blocks = List.copyOf(blocks);
    }

    /// Of a dense layer's weights, inputs × units.
    public ParameterUpdate weights() {
        return blocks.getFirst();
    }

    /// Of a dense layer's bias, 1 × units, where it has one.
    public Optional<ParameterUpdate> bias() {
        return blocks.size() > 1 ? Optional.of(blocks.get(1)) : Optional.empty();
    }

    /// The layer's parameters from now on.
    LayerParameters after() {
        List<Matrix> after = new ArrayList<>();
        for (ParameterUpdate block : blocks) {
            after.add(block.after());
        }
        return new LayerParameters(after);
    }

    boolean isAtRest() {
        for (ParameterUpdate block : blocks) {
            if (!block.isAtRest()) {
                return false;
            }
        }
        return true;
    }
}
