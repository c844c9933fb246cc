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

    /// The layers before the last one for people, such as `44 embedded inputs → 3 × 256 selu`. Scales, norms,
    /// adapters and dropout are left out: they are in the JSON.
    static String chain(List<LayerFacts> layers) {
        List<String> words = new ArrayList<>();
        for (LayerFacts layer : layers.subList(0, layers.size() - 1)) {
            String activation =
                    layer.activation().map(each -> " " + each.title()).orElse("");
            switch (layer.kind()) {
                case PARAMETRIC_ACTIVATION, LAYER_NORM -> {
                    if (!words.isEmpty()) {
                        words.add(words.removeLast() + activation);
                    }
                }
                case FEATURE_EMBEDDINGS -> words.add(layer.units() + " embedded inputs");
                case RESIDUAL -> words.add(layer.units() + " residual");
                case DENSE, ENSEMBLE_HEADS, CUSTOM -> words.add(layer.units() + activation);
                case SCALE, DROPOUT, BATCH_ENSEMBLE_ADAPTER -> {}
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
}
