package slope.cli.train;

import java.util.Map;
import slope.network.Layer;

/// Layers in words.
final class LayerText {
    private LayerText() {}

    /// For people, such as `64 relu`.
    static String of(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense -> dense.outputs() + " " + dense.activation().title();
        };
    }

    /// For programs.
    static Map<String, Object> json(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense ->
                Map.of(
                        "units",
                        dense.outputs(),
                        "activation",
                        dense.activation().title());
        };
    }
}
