package slope.onnx.graph;

import java.util.List;
import slope.onnx.format.ElementType;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.table.Level;

/// Columns of words. All spellings of a level are keys of the `LabelEncoder`. The empty word of a missing
/// cell, and words that training pooled or never saw, are none and get the number of the others.
final class CategoryNodes {
    private CategoryNodes() {}

    /// A row of the encoding's table for each word.
    ///
    /// @param values the name of the table
    static String add(OneHotEncoder encoding, String values, ColumnInputs columns, GraphBuilder graph) {
        List<Level> levels = encoding.levels();
        String codes = LabelNodes.numberOf(columns.name(encoding.column()), levels, levels.size(), graph);
        String flat = graph.node("Squeeze", codes, graph.wholes("second dimension", 1));
        return graph.node("Gather", values, flat);
    }

    /// Each word's code from 1, 0 for the others, as a float among the network's inputs.
    static String add(OrdinalEncoder encoding, ColumnInputs columns, GraphBuilder graph) {
        String numbers = LabelNodes.numberOf(columns.name(encoding.column()), encoding.levels(), -1, graph);
        return graph.cast(graph.node("Add", numbers, graph.whole("first code", 1)), ElementType.FLOAT);
    }
}
