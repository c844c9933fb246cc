package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import slope.onnx.format.Attribute;
import slope.target.Labels;
import slope.target.Target;
import slope.target.TemperatureScaling;

/// The calibration of the mean probabilities, in double as [TemperatureScaling] does it.
final class TemperatureNodes {
    private final TemperatureScaling calibration;
    private final GraphBuilder graph;

    private TemperatureNodes(TemperatureScaling calibration, GraphBuilder graph) {
        this.calibration = calibration;
        this.graph = graph;
    }

    /// Adds the nodes to a graph.
    ///
    /// @param mean the name of rows × decoded outputs, the mean over networks
    /// @return the name of the same, calibrated
    static String add(TemperatureScaling calibration, Target target, String mean, GraphBuilder graph) {
        TemperatureNodes nodes = new TemperatureNodes(calibration, graph);
        return target instanceof Labels ? nodes.labels(mean) : nodes.classes(mean, target.width());
    }

    private String classes(String probabilities, int count) {
        String logarithms = unweighted(logarithms(probabilities, TemperatureScaling.SMALLEST));
        String softmax = graph.node(
                "Softmax", List.of(graph.node("Mul", logarithms, exponents())), Map.of("axis", new Attribute.Whole(1)));
        return mixed(softmax, count);
    }

    private String unweighted(String logarithms) {
        return calibration.classWeights().isEmpty()
                ? logarithms
                : graph.node(
                        "Sub",
                        logarithms,
                        graph.doubles(
                                "logarithms of class weights",
                                calibration.classWeights().stream()
                                        .mapToDouble(StrictMath::log)
                                        .toArray()));
    }

    /// Of two classes, absent and present, the softmax's second is the sigmoid of the difference.
    private String labels(String present) {
        String absent = graph.node("Sub", graph.scalar("certain", 1.0), present);
        String difference = graph.node(
                "Sub",
                logarithms(present, TemperatureScaling.SMALLEST_OF_LABEL),
                logarithms(absent, TemperatureScaling.SMALLEST_OF_LABEL));
        return mixed(graph.node("Sigmoid", graph.node("Mul", difference, exponents())), 2);
    }

    private String logarithms(String probabilities, double smallest) {
        return graph.node("Log", graph.node("Max", probabilities, graph.scalar("smallest probability", smallest)));
    }

    private String exponents() {
        return graph.doubles(
                "exponents of calibration",
                calibration.exponents().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private String mixed(String probabilities, int count) {
        return graph.node(
                "Add",
                graph.node("Mul", probabilities, graph.scalar("share of the model", 1 - calibration.share())),
                graph.scalar("share of each class", calibration.share() / count));
    }
}
