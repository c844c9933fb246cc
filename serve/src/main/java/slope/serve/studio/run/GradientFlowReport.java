package slope.serve.studio.run;

import java.util.List;
import java.util.stream.IntStream;
import slope.report.json.Report;
import slope.serve.studio.run.GradientColumns.EpochGradients;

/// The sizes of a network's gradients, by layer and epoch. The size of a layer's gradient is the
/// root mean square of the derivatives of the loss with respect to its parameters, of the last
/// batch of an epoch.
///
/// @param network from 1
/// @param spans of epochs; one epoch each, or several where there are many
/// @param layers those with parameters, first to last
public record GradientFlowReport(int network, List<EpochSpan> spans, List<LayerFlow> layers) implements Report {
    private static final int MOST_SPANS = 120;

    public GradientFlowReport {
        spans = List.copyOf(spans);
        layers = List.copyOf(layers);
    }

    /// Epochs, from 1.
    ///
    /// @param to the last one
    public record EpochSpan(int from, int to) {}

    /// A layer's gradients, a number for each span; null where none is finite.
    ///
    /// @param layer its number, from 1
    /// @param median of the epochs of a span
    public record LayerFlow(int layer, List<Double> smallest, List<Double> median, List<Double> largest) {
        private static LayerFlow of(int layer, List<double[]> sizes) {
            return new LayerFlow(
                    layer,
                    sizes.stream()
                            .map(each -> each.length == 0 ? Double.NaN : each[0])
                            .toList(),
                    sizes.stream().map(LayerFlow::median).toList(),
                    sizes.stream()
                            .map(each -> each.length == 0 ? Double.NaN : each[each.length - 1])
                            .toList());
        }

        private static double median(double[] sorted) {
            int half = sorted.length / 2;
            if (sorted.length == 0) {
                return Double.NaN;
            }
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }
    }

    /// The flow in some epochs of a network, in order.
    static GradientFlowReport of(int network, List<EpochGradients> epochs) {
        int spans = Math.min(epochs.size(), MOST_SPANS);
        List<List<EpochGradients>> parts = IntStream.range(0, spans)
                .mapToObj(span -> epochs.subList(start(span, spans, epochs), start(span + 1, spans, epochs)))
                .toList();
        List<Integer> layers = epochs.isEmpty() ? List.of() : epochs.getLast().layers();
        return new GradientFlowReport(
                network,
                parts.stream()
                        .map(part -> new EpochSpan(
                                part.getFirst().epoch(), part.getLast().epoch()))
                        .toList(),
                layers.stream()
                        .map(layer -> LayerFlow.of(
                                layer,
                                parts.stream().map(part -> sizes(part, layer)).toList()))
                        .toList());
    }

    private static int start(int span, int spans, List<EpochGradients> epochs) {
        return (int) ((long) span * epochs.size() / spans);
    }

    private static double[] sizes(List<EpochGradients> epochs, int layer) {
        return epochs.stream()
                .mapToDouble(epoch -> epoch.size(layer))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    @Override
    public String report() {
        return "studio-gradient-flow";
    }

    @Override
    public int version() {
        return 1;
    }
}
