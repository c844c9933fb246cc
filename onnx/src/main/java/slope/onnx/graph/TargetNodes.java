package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import slope.linear.LinearPart;
import slope.model.FittedNetwork;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.table.NumberColumn;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.DecisionWeights;
import slope.target.Exposure;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;
import slope.target.Threshold;

/// Decodes networks' outputs to the predictions that callers read, for each kind of target.
///
/// Classes: `label`, the most probable class for each row, and `probabilities`, rows × classes. One
/// number or count: `value`, rows × 1. Several: `value_COLUMN` each. Quantiles: `quantile_LEVEL`
/// each, ascending. Labels: `label_COLUMN` and `probability_COLUMN` each. Values are doubles, as large
/// as those that training saw; probabilities are floats.
final class TargetNodes {
    private final GraphBuilder graph;

    TargetNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// Decodes a network's outputs, the mean over its ensemble members, in double as [Target] does.
    ///
    /// @param floats (rows · ensemble members) × the network's outputs
    /// @return the name of rows × decoded outputs, see [Target#decode]
    String decode(FittedNetwork member, String floats, ColumnInputs columns) {
        String outputs = graph.cast(floats, ElementType.DOUBLE);
        int members = member.network().architecture().members();
        Target target = member.target();
        String each = switch (target) {
            case Classes ignored ->
                member.network().architecture().outputs() == 1
                        ? graph.node("Sigmoid", graph.sideBySide(List.of(graph.node("Neg", outputs), outputs)))
                        : graph.node("Softmax", List.of(outputs), Map.of("axis", new Attribute.Whole(1)));
            case Labels ignored -> graph.node("Sigmoid", outputs);
            case Numbers numbers -> values(numbers.scales(), outputs);
            case Quantiles quantiles -> values(List.of(quantiles.scale()), outputs);
            case Amounts amounts -> amounts(amounts, outputs);
        };
        String mean = members == 1 ? each : EnsembleNodes.mean(each, members, target.width(), graph);
        return target.exposure()
                .map(exposure -> exposed(mean, exposure, columns))
                .orElse(mean);
    }

    /// Adds the linear part to numbers that are already decoded.
    ///
    /// @param decoded the name of rows × decoded outputs
    /// @param part the name of rows × outputs of the linear part
    String withLinearPart(String decoded, LinearPart linear, String part) {
        return graph.node("Add", decoded, values(linear.scales(), graph.cast(part, ElementType.DOUBLE)));
    }

    /// Adds the outputs that callers read.
    ///
    /// @param decoded the name of rows × decoded outputs, the mean over networks
    /// @param order rows × classes, the larger the likelier; for classes only
    void addOutputs(Target target, String decoded, String order) {
        switch (target) {
            case Classes classes -> addClasses(classes, decoded, order);
            case Labels labels -> addLabels(labels, decoded);
            case Numbers ignored -> addValues(target.columns(), decoded);
            case Amounts ignored -> addValues(target.columns(), decoded);
            case Quantiles quantiles -> addQuantiles(quantiles.levels(), decoded);
        }
    }

    /// mean + standard deviation · output, between the minimum and the maximum. A single scale is
    /// that of all outputs.
    private String values(List<TargetScale> scales, String outputs) {
        String scaled =
                graph.node("Mul", outputs, row("deviations of targets", scales, TargetScale::standardDeviation));
        String values = graph.node("Add", scaled, row("means of targets", scales, TargetScale::mean));
        return scales.stream()
                        .allMatch(scale -> Double.isInfinite(scale.minimum()) && Double.isInfinite(scale.maximum()))
                ? values
                : graph.node(
                        "Min",
                        graph.node("Max", values, row("least of targets", scales, TargetScale::minimum)),
                        row("most of targets", scales, TargetScale::maximum));
    }

    private <T> String row(String name, List<T> scales, ToDoubleFunction<T> of) {
        return graph.doubles(name, scales.stream().mapToDouble(of).toArray());
    }

    /// rate · e^output.
    private String amounts(Amounts target, String outputs) {
        String logarithm = ScalerNodes.clipped(outputs, Amounts.LARGEST_LOGARITHM, graph);
        return graph.node("Mul", graph.node("Exp", logarithm), graph.scalar("mean rate", target.rate()));
    }

    private String exposed(String counts, Exposure exposure, ColumnInputs columns) {
        String exposed =
                graph.node("Max", columns.name(exposure.column()), graph.scalar("least exposure", exposure.minimum()));
        return graph.node("Mul", counts, exposed);
    }

    private void addClasses(Classes target, String decoded, String order) {
        String number = switch (target.decision().orElse(null)) {
            case null -> largest(order);
            case Threshold threshold -> isFrom(graph.column(decoded, 1), "threshold", threshold.probability());
            case DecisionWeights weights ->
                largest(graph.node("Mul", decoded, row("decision weights", weights.weights(), Double::doubleValue)));
        };
        graph.output("label", LabelNodes.wordOf(number, target.classes(), graph), ElementType.STRING, 0);
        graph.output("probabilities", graph.cast(decoded, ElementType.FLOAT), ElementType.FLOAT, target.width());
    }

    /// The number of the largest column of each row.
    private String largest(String values) {
        return graph.node(
                "ArgMax", List.of(values), Map.of("axis", new Attribute.Whole(1), "keepdims", new Attribute.Whole(0)));
    }

    private void addLabels(Labels target, String decoded) {
        for (int index = 0; index < target.labels().size(); index++) {
            Classes label = target.labels().get(index);
            String probability = graph.column(decoded, index);
            String word = LabelNodes.wordOf(isFrom(probability, "half", 0.5), label.classes(), graph);
            graph.output("label_" + label.column(), word, ElementType.STRING, 0);
            graph.output(
                    "probability_" + label.column(), graph.cast(probability, ElementType.FLOAT), ElementType.FLOAT, 1);
        }
    }

    /// 1 for rows with at least this probability, 0 for others.
    ///
    /// @param probability rows × 1
    /// @param name of the least one
    private String isFrom(String probability, String name, double least) {
        String flat = graph.node("Squeeze", probability, graph.wholes("second dimension", 1));
        return graph.cast(graph.node("GreaterOrEqual", flat, graph.scalar(name, least)), ElementType.INT64);
    }

    private void addValues(List<String> columns, String decoded) {
        if (columns.size() == 1) {
            graph.output("value", decoded, ElementType.DOUBLE, 1);
            return;
        }
        for (int index = 0; index < columns.size(); index++) {
            graph.output("value_" + columns.get(index), graph.column(decoded, index), ElementType.DOUBLE, 1);
        }
    }

    /// Sorted, so that they never cross.
    private void addQuantiles(List<Double> levels, String decoded) {
        String ascending = graph.smallest(decoded, levels.size());
        for (int index = 0; index < levels.size(); index++) {
            graph.output(
                    "quantile_" + NumberColumn.text(levels.get(index)),
                    graph.column(ascending, index),
                    ElementType.DOUBLE,
                    1);
        }
    }
}
