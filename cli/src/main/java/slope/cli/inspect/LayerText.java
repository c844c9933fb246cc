package slope.cli.inspect;

import java.util.Map;
import slope.network.Layer;

/// Layers in words.
public final class LayerText {
    private LayerText() {}

    /// For people, such as `64 relu`.
    public static String of(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense -> dense.outputs() + " " + dense.activation().title();
            case Layer.Features features -> features.outputs(features.inputs()) + " features";
            case Layer.Scale _ -> "scale";
            case Layer.Blend blend -> "blended " + blend.activation().title();
            case Layer.Dropout dropout -> "dropout " + dropout.rate();
        };
    }

    /// For programs.
    public static Map<String, Object> json(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense ->
                Map.of(
                        "units",
                        dense.outputs(),
                        "activation",
                        dense.activation().title());
            case Layer.Features features -> Map.of("features", features.outputs(features.inputs()));
            case Layer.Scale _ -> Map.of("scale", "a factor for each input");
            case Layer.Blend blend -> Map.of("blend", blend.activation().title());
            case Layer.Dropout dropout -> Map.of("dropout", dropout.rate());
        };
    }
}
