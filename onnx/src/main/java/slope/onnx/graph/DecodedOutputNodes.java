package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import slope.model.FittedNetwork;
import slope.onnx.format.Attribute;
import slope.target.Exposure;
import slope.target.TargetEncoding;
import slope.target.TargetScale;

/// What a network's outputs stand for, as numbers that can be averaged over networks: probabilities,
/// values, counts.
final class DecodedOutputNodes {
    /// As `slope.model` has it: e³⁰ times the mean is more than anything that is counted.
    private static final float LARGEST_LOGARITHM = 30;

    private DecodedOutputNodes() {}

    /// Adds the meanings, the mean over the members of a network.
    ///
    /// @param outputs (rows · members) × the network's outputs
    /// @return the name of rows × meanings
    static String add(FittedNetwork member, String outputs, ColumnInputs columns, GraphBuilder graph) {
        int width = member.network().architecture().outputs();
        int members = member.network().architecture().members();
        TargetEncoding target = member.target();
        String each = switch (target) {
            case TargetEncoding.Classes _ ->
                width == 1
                        ? graph.node("Sigmoid", graph.sideBySide(List.of(graph.node("Neg", outputs), outputs)))
                        : graph.node("Softmax", List.of(outputs), Map.of("axis", new Attribute.Whole(1)));
            case TargetEncoding.Labels _ -> graph.node("Sigmoid", outputs);
            case TargetEncoding.Numbers numbers -> values(numbers.scales(), outputs, graph);
            case TargetEncoding.Quantiles quantiles -> values(List.of(quantiles.scale()), outputs, graph);
            case TargetEncoding.Counts counts -> counts(counts, outputs, graph);
        };
        int meanings = target instanceof TargetEncoding.Classes classes ? classes.count() : width;
        String mean = members == 1 ? each : EnsembleNodes.mean(each, members, meanings, graph);
        return target instanceof TargetEncoding.Counts counts
                        && counts.exposure().isPresent()
                ? exposed(mean, counts.exposure().get(), columns, graph)
                : mean;
    }

    /// mean + deviation · output, between the least and the most. A single scale is that of all outputs.
    private static String values(List<TargetScale> scales, String outputs, GraphBuilder graph) {
        float[] means = new float[scales.size()];
        float[] deviations = new float[scales.size()];
        float[] least = new float[scales.size()];
        float[] most = new float[scales.size()];
        boolean bounded = false;
        for (int index = 0; index < means.length; index++) {
            TargetScale scale = scales.get(index);
            means[index] = (float) scale.mean();
            deviations[index] = (float) scale.deviation();
            least[index] = (float) scale.least();
            most[index] = (float) scale.most();
            bounded |= Double.isFinite(scale.least()) || Double.isFinite(scale.most());
        }
        String scaled = graph.node("Mul", outputs, graph.row("deviations of targets", deviations));
        String values = graph.node("Add", scaled, graph.row("means of targets", means));
        return bounded
                ? graph.node(
                        "Min",
                        graph.node("Max", values, graph.row("least of targets", least)),
                        graph.row("most of targets", most))
                : values;
    }

    /// rate · e^output.
    private static String counts(TargetEncoding.Counts target, String outputs, GraphBuilder graph) {
        String logarithm = graph.node(
                "Clip",
                outputs,
                graph.scalar("smallest logarithm", -LARGEST_LOGARITHM),
                graph.scalar("largest logarithm", LARGEST_LOGARITHM));
        return graph.node("Mul", graph.node("Exp", logarithm), graph.scalar("mean rate", (float) target.rate()));
    }

    private static String exposed(String counts, Exposure exposure, ColumnInputs columns, GraphBuilder graph) {
        String exposed = graph.node(
                "Max", columns.name(exposure.column()), graph.scalar("least exposure", (float) exposure.least()));
        return graph.node("Mul", counts, exposed);
    }
}
