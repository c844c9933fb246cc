package slope.report.model;

import java.util.ArrayList;
import java.util.List;
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
    public static String of(LayerFacts layer) {
        return "%s, %s wide".formatted(layer.layer(), layer.units());
    }

    /// The layers before the last one for people, such as `44 embedded inputs → 3 × 256 selu`. Scales, norms,
    /// adapters and dropout are left out: they are in the JSON.
    static String chain(Architecture architecture) {
        List<String> words = new ArrayList<>();
        for (int index = 0; index < architecture.layers().size() - 1; index++) {
            Layer layer = architecture.layers().get(index);
            boolean activatesLast = layer instanceof ParametricActivation || layer instanceof LayerNorm;
            if (activatesLast && !words.isEmpty()) {
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
}
