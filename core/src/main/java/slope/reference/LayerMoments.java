package slope.reference;

import java.util.List;
import java.util.stream.IntStream;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.optimizer.UpdateRule;

/// What the optimizer remembers of one layer.
///
/// @param blocks one for each of the layer's blocks, in the order of [LayerParameters]
record LayerMoments(List<Moments> blocks) {

    LayerMoments {
        blocks = List.copyOf(blocks);
    }

    /// Of every layer, before the first step.
    static List<LayerMoments> start(UpdateRule optimizer, ReferenceNetwork network) {
        return network.layers().stream()
                .map(layer -> new LayerMoments(layer.blocks().stream()
                        .map(block -> Moments.start(optimizer, block))
                        .toList()))
                .toList();
    }

    /// Of every layer, from what the float engine remembers.
    ///
    /// @param formulas of the next step
    /// @param stored one network for each of the optimizer's moments, with these in place of parameters
    static List<LayerMoments> of(OptimizerFormulas formulas, Architecture architecture, List<ReferenceNetwork> stored) {
        ParameterLayout layout = architecture.parameterLayout();
        return IntStream.range(0, architecture.layers().size())
                .mapToObj(layer ->
                        new LayerMoments(IntStream.range(0, layout.of(layer).size())
                                .mapToObj(block -> formulas.moments(
                                        layout.of(layer).get(block),
                                        stored.stream()
                                                .map(moment -> moment.layers()
                                                        .get(layer)
                                                        .blocks()
                                                        .get(block))
                                                .toList()))
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
