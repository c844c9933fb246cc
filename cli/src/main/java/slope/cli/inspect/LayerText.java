package slope.cli.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.Dropout;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.Residual;
import slope.layer.Scale;

/// Layers in words.
public final class LayerText {
    private LayerText() {}

    /// For people, such as `dense relu, 64 wide`.
    public static String of(Architecture architecture, int layer) {
        return "%s, %s wide".formatted(architecture.layers().get(layer).title(), architecture.inputsOf(layer + 1));
    }

    /// The layers before the last one for people, such as `44 embedded inputs → 3 × 256 selu`. Scales, norms,
    /// adapters and dropout are left out: they are in the JSON.
    public static String chain(Architecture architecture) {
        List<String> words = new ArrayList<>();
        for (int index = 0; index < architecture.layers().size() - 1; index++) {
            Layer layer = architecture.layers().get(index);
            if (layer instanceof ParametricActivation) {
                words.add(words.removeLast() + activation(layer));
            } else if (layer instanceof FeatureEmbeddings) {
                words.add(architecture.inputsOf(index + 1) + " embedded inputs");
            } else if (layer instanceof Residual) {
                words.add(architecture.inputsOf(index + 1) + " residual");
            } else if (!(layer instanceof Scale
                    || layer instanceof Dropout
                    || layer instanceof LayerNorm
                    || layer instanceof BatchEnsembleAdapter)) {
                words.add(architecture.inputsOf(index + 1) + activation(layer));
            }
        }
        return grouped(words);
    }

    private static String activation(Layer layer) {
        return hasActivation(layer) ? " " + layer.activation().title() : "";
    }

    private static boolean hasActivation(Layer layer) {
        return !(layer.activation() instanceof Activation.Identity);
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

    /// All layers for programs.
    public static List<Map<String, Object>> json(Architecture architecture) {
        List<Map<String, Object>> layers = new ArrayList<>();
        for (int index = 0; index < architecture.layers().size(); index++) {
            layers.add(json(architecture, index));
        }
        return layers;
    }

    /// For programs.
    public static Map<String, Object> json(Architecture architecture, int index) {
        Layer layer = architecture.layers().get(index);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("layer", layer.title());
        object.put("units", architecture.inputsOf(index + 1));
        if (hasActivation(layer)) {
            object.put("activation", layer.activation().title());
        }
        return object;
    }
}
