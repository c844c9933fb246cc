package slope.reference;

import java.util.List;
import slope.optimizer.Optimizer;

/// What the optimizer remembers of one layer.
///
/// @param blocks one for each of the layer's blocks, in the order of [LayerParameters]
record LayerMoments(List<Moments> blocks) {

    LayerMoments {
        blocks = List.copyOf(blocks);
    }

    /// Of every layer, before the first step.
    static List<LayerMoments> start(Optimizer optimizer, ReferenceNetwork network) {
        return network.layers().stream()
                .map(layer -> new LayerMoments(layer.blocks().stream()
                        .map(block -> Moments.start(optimizer, block))
                        .toList()))
                .toList();
    }

    /// Of every layer, after a step.
    static List<LayerMoments> after(List<LayerUpdate> updates) {
        return updates.stream()
                .map(update -> new LayerMoments(
                        update.blocks().stream().map(ParameterUpdate::moments).toList()))
                .toList();
    }
}
