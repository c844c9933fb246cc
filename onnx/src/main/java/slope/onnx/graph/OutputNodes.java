package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.table.NumberColumn;
import slope.target.TargetEncoding;

/// From what networks say, on average, to what callers read.
///
/// Classes: `label`, the likeliest class's name for each row, and `probabilities`, rows × classes. One
/// number or count: `value`, rows × 1. Several: `value_COLUMN` each. Quantiles: `quantile_LEVEL` each,
/// ascending. Labels: `label_COLUMN` and `probability_COLUMN` each.
final class OutputNodes {
    private final GraphBuilder graph;
    private final String meanings;

    /// @param meanings the name of rows × meanings
    OutputNodes(String meanings, GraphBuilder graph) {
        this.meanings = meanings;
        this.graph = graph;
    }

    /// Adds the outputs.
    ///
    /// @param order rows × classes, the larger the likelier; for classes only
    void add(TargetEncoding target, String order) {
        switch (target) {
            case TargetEncoding.Classes classes -> addClasses(classes, order);
            case TargetEncoding.Labels labels -> addLabels(labels);
            case TargetEncoding.Numbers numbers -> addValues(numbers.columns());
            case TargetEncoding.Counts counts -> addValues(counts.columns());
            case TargetEncoding.Quantiles quantiles -> addQuantiles(quantiles.levels());
        }
    }

    private void addClasses(TargetEncoding.Classes target, String order) {
        String likeliest = graph.node(
                "ArgMax", List.of(order), Map.of("axis", new Attribute.Whole(1), "keepdims", new Attribute.Whole(0)));
        graph.output("label", LabelNodes.wordOf(likeliest, target.classes(), graph), ElementType.STRING, 0);
        graph.output("probabilities", meanings, ElementType.FLOAT, target.count());
    }

    private void addLabels(TargetEncoding.Labels target) {
        for (int index = 0; index < target.labels().size(); index++) {
            TargetEncoding.Classes label = target.labels().get(index);
            String probability = column(meanings, index);
            String flat = graph.node("Squeeze", probability, graph.wholes("second dimension", 1));
            String has = graph.node("GreaterOrEqual", flat, graph.scalar("half", 0.5f));
            String word = LabelNodes.wordOf(graph.cast(has, ElementType.INT64), label.classes(), graph);
            graph.output("label_" + label.column(), word, ElementType.STRING, 0);
            graph.output("probability_" + label.column(), probability, ElementType.FLOAT, 1);
        }
    }

    private void addValues(List<String> columns) {
        if (columns.size() == 1) {
            graph.output("value", meanings, ElementType.FLOAT, 1);
            return;
        }
        for (int index = 0; index < columns.size(); index++) {
            graph.output("value_" + columns.get(index), column(meanings, index), ElementType.FLOAT, 1);
        }
    }

    /// Sorted, so that they never cross.
    private void addQuantiles(List<Double> levels) {
        String ascending = graph.smallest(meanings, levels.size());
        for (int index = 0; index < levels.size(); index++) {
            graph.output(
                    "quantile_" + NumberColumn.text(levels.get(index)), column(ascending, index), ElementType.FLOAT, 1);
        }
    }

    private String column(String values, int index) {
        return graph.node(
                "Gather", List.of(values, graph.wholes("column", index)), Map.of("axis", new Attribute.Whole(1)));
    }
}
