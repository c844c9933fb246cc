package slope.report.model;

import java.util.ArrayList;
import java.util.List;

/// Layers in words.
public final class LayerText {
    private LayerText() {}

    /// For people, such as `dense relu, 64 wide`.
    public static String of(LayerFacts layer) {
        return "%s, %s wide".formatted(layer.title(), layer.units());
    }

    /// Layers for people, such as `44 embedded inputs → 3 × 256 selu`. Scales, adapters and dropout are left
    /// out: they are in the JSON.
    static String chain(List<LayerFacts> layers) {
        List<String> words = new ArrayList<>();
        for (LayerFacts layer : layers) {
            String activation =
                    layer.activation().map(each -> " " + each.title()).orElse("");
            switch (layer.kind()) {
                case PARAMETRIC_ACTIVATION -> addToLast(words, activation);
                case LAYER_NORM -> addToLast(words, " layer norm" + activation);
                case FEATURE_EMBEDDINGS -> words.add(layer.units() + " embedded inputs");
                case RESIDUAL_BLOCK ->
                    words.add("residual block (%s)"
                            .formatted(layer.layers().map(LayerText::chain).orElse("")));
                case DENSE, ENSEMBLE_HEADS, CUSTOM -> words.add(layer.units() + activation);
                case SCALE, DROPOUT, BATCH_ENSEMBLE_ADAPTER -> {}
            }
        }
        return grouped(words);
    }

    /// What such a layer does to units belongs to the layer that makes them.
    private static void addToLast(List<String> words, String text) {
        words.add(words.isEmpty() ? text.strip() : words.removeLast() + text);
    }

    /// Equal ones that follow each other once, with their number.
    private static String grouped(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < words.size(); ) {
            int end = start;
            while (end < words.size() && words.get(end).equals(words.get(start))) {
                end++;
            }
            text.append(start > 0 ? " → " : "")
                    .append(end - start > 1 ? (end - start) + " × " : "")
                    .append(words.get(start));
            start = end;
        }
        return text.toString();
    }
}
