package slope.onnx.graph;

import slope.onnx.format.ElementType;
import slope.preprocess.MissingIndicator;
import slope.table.Level;

/// Whether a cell is missing, as one input with two values.
final class MissingNodes {
    private MissingNodes() {}

    static String add(MissingIndicator encoding, ColumnInputs columns, GraphBuilder graph) {
        return graph.node(
                "Where",
                isMissing(encoding.column(), columns, graph),
                graph.scalar("when missing", encoding.whenMissing()),
                graph.scalar("when present", encoding.whenPresent()));
    }

    /// Truths: rows × 1.
    static String isMissing(String column, ColumnInputs columns, GraphBuilder graph) {
        String cells = columns.name(column);
        if (!columns.isWords(column)) {
            return isNaN(cells, graph);
        }
        // Words cannot be compared in this version of the operators; their numbers can.
        String numbers = LabelNodes.numberOf(cells, Level.named(""), 1, graph);
        return graph.node("Equal", numbers, graph.whole("number of no word", 0));
    }

    /// Of doubles. Only the newest runtimes ask a double whether it is NaN; as a float it is NaN as well.
    static String isNaN(String values, GraphBuilder graph) {
        return graph.node("IsNaN", graph.cast(values, ElementType.FLOAT));
    }
}
