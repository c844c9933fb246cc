package slope.serve.studio.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The sizes of gradients after each epoch of a run.
final class GradientColumns {
    private final List<EpochGradients> epochs = new ArrayList<>();

    /// Those after an epoch.
    ///
    /// @param network from 1
    /// @param epoch of the network, from 1
    /// @param layers their numbers, from 1
    /// @param sizes one for each of these layers; NaN where it is not finite
    record EpochGradients(int network, int epoch, List<Integer> layers, List<Double> sizes) {
        /// The size in a layer; NaN if it has none.
        double size(int layer) {
            int index = layers.indexOf(layer);
            return index < 0 ? Double.NaN : sizes.get(index);
        }
    }

    /// Adds those of an epoch's event.
    void add(Map<String, Object> event) {
        List<?> gradients = event.get("gradients") instanceof List<?> list ? list : List.of();
        epochs.add(new EpochGradients(
                (int) number(event, "network"),
                (int) number(event, "epoch"),
                gradients.stream().map(layer -> (int) number(layer, "layer")).toList(),
                gradients.stream().map(layer -> number(layer, "rootMeanSquare")).toList()));
    }

    private static double number(Object json, String name) {
        return json instanceof Map<?, ?> object && object.get(name) instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }

    /// Forgets the epochs from some on.
    void forget(int kept) {
        epochs.subList(kept, epochs.size()).clear();
    }

    /// The flow in a network; of one that was trained several times, the last time.
    GradientFlowReport of(int network) {
        List<EpochGradients> last = new ArrayList<>();
        for (EpochGradients each : epochs) {
            if (each.network == network) {
                while (!last.isEmpty() && last.getLast().epoch >= each.epoch) {
                    last.removeLast();
                }
                last.add(each);
            }
        }
        return GradientFlowReport.of(network, last);
    }
}
