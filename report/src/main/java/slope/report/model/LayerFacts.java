package slope.report.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Layer;

/// A layer of a network.
///
/// @param layer its title, such as `dense relu`
/// @param units the numbers that leave it
/// @param activation applied to its outputs
public record LayerFacts(String layer, int units, Optional<String> activation) {
    /// All layers, first to last.
    public static List<LayerFacts> of(Architecture architecture) {
        return IntStream.range(0, architecture.layers().size())
                .mapToObj(index -> of(architecture, index))
                .toList();
    }

    /// One layer.
    ///
    /// @param index from 0
    public static LayerFacts of(Architecture architecture, int index) {
        Layer layer = architecture.layers().get(index);
        return new LayerFacts(
                layer.title(),
                architecture.inputsOf(index + 1),
                layer.activation() instanceof Activation.Identity
                        ? Optional.empty()
                        : Optional.of(layer.activation().title()));
    }
}
