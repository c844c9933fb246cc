package slope.report.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dropout;
import slope.layer.Layer;
import slope.layer.Residual;

/// A layer of a network.
///
/// @param units the numbers that leave it
/// @param activation applied to its outputs, where it has one
/// @param rate of dropout
/// @param layers those in a residual block, first to last
public record LayerFacts(
        LayerKind kind,
        int units,
        Optional<Activation> activation,
        Optional<Double> rate,
        Optional<List<LayerFacts>> layers) {
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
                LayerKind.of(layer),
                architecture.inputsOf(index + 1),
                Optional.of(layer.activation()).filter(each -> !(each instanceof Activation.Identity)),
                layer instanceof Dropout(double rate) ? Optional.of(rate) : Optional.empty(),
                layer instanceof Residual block
                        ? Optional.of(of(block.inside(architecture.inputsOf(index))))
                        : Optional.empty());
    }

    /// For people, such as `residual block (dense relu)`.
    public String title() {
        return name()
                + layers.map(inside ->
                                inside.stream().map(LayerFacts::title).collect(Collectors.joining(", ", " (", ")")))
                        .orElse("");
    }

    /// For people, without the layers inside, such as `dense relu`.
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + activation.map(each -> " " + each.title()).orElse(kind == LayerKind.DENSE ? " identity" : "")
                + rate.map(each -> " " + each).orElse("");
    }
}
