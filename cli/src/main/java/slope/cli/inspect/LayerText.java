package slope.cli.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.layer.Activation;
import slope.layer.Layer;

/// Layers in words.
public final class LayerText {
    private LayerText() {}

    /// For people, such as `64 relu`.
    public static String of(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense -> dense.outputs() + " " + dense.activation().title();
            case Layer.FeatureEmbeddings features -> features.outputs(features.inputs()) + " features";
            case Layer.Scale _ -> "scale";
            case Layer.ParametricActivation blend ->
                "blended " + blend.activation().title();
            case Layer.Dropout dropout -> "dropout " + dropout.rate();
            case Layer.BatchEnsembleAdapter _ -> "members' scales";
            case Layer.EnsembleHeads dense -> dense.outputs() + " of each member";
        };
    }

    /// The layers before the last one for people, such as `44 features → 3 × 256 selu`. Factors, and what is
    /// at work in training only, are left out: they are in the JSON.
    public static String chain(List<Layer> layers) {
        List<String> words = new ArrayList<>();
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.Dense dense
                when dense.activation() instanceof Activation.Identity -> words.add(Integer.toString(dense.outputs()));
                case Layer.Dense dense ->
                    words.add(dense.outputs() + " " + dense.activation().title());
                case Layer.FeatureEmbeddings features -> words.add(features.outputs(features.inputs()) + " features");
                case Layer.ParametricActivation blend ->
                    words.add(words.removeLast() + " " + blend.activation().title());
                case Layer.EnsembleHeads dense -> words.add(Integer.toString(dense.outputs()));
                case Layer.Scale _, Layer.BatchEnsembleAdapter _, Layer.Dropout _ -> {}
            }
        }
        return grouped(words);
    }

    /// Equal ones that follow each other once, with their number.
    private static String grouped(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < words.size(); ) {
            int end = start;
            while (end < words.size() && words.get(end).equals(words.get(start))) {
                end++;
            }
            text.append(" → ")
                    .append(end - start > 1 ? (end - start) + " × " : "")
                    .append(words.get(start));
            start = end;
        }
        return text.toString();
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
            case Layer.FeatureEmbeddings features -> Map.of("features", features.outputs(features.inputs()));
            case Layer.Scale _ -> Map.of("scale", "a factor for each input");
            case Layer.ParametricActivation blend ->
                Map.of("blend", blend.activation().title());
            case Layer.Dropout dropout -> Map.of("dropout", dropout.rate());
            case Layer.BatchEnsembleAdapter _ -> Map.of("scale", "a factor for each member and input");
            case Layer.EnsembleHeads dense -> Map.of("unitsOfEachMember", dense.outputs());
        };
    }
}
