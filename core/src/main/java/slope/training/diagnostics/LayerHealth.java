package slope.training.diagnostics;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import slope.layer.Activation;
import slope.layer.Layer;

/// The health of a layer's units, measured on a number of rows.
///
/// See [UnitState] for what dead and saturated mean.
///
/// @param layer its number in the network, from 1
/// @param part its number in a residual block, from 1; the block has the number of the layer then
/// @param activation of its units
/// @param units how many it has
/// @param dead how many of them are dead
/// @param saturated how many of them are saturated
public record LayerHealth(
        int layer, Optional<Integer> part, Activation activation, int units, int dead, int saturated) {
    /// @param outputs rows × units
    static LayerHealth of(int number, Optional<Integer> part, Layer layer, float[] outputs, int rows, int units) {
        List<UnitState> states = UnitState.of(layer, outputs, rows, units);
        int dead = Collections.frequency(states, UnitState.DEAD);
        int saturated = Collections.frequency(states, UnitState.SATURATED);
        return new LayerHealth(number, part, layer.activation(), units, dead, saturated);
    }

    /// As reports have it, such as `layer 3.2`.
    String name() {
        return Layer.name(layer, part);
    }

    @Override
    public String toString() {
        return "%s (%s): %s of %s units dead, %s saturated"
                .formatted(name(), activation.title(), dead, units, saturated);
    }
}
