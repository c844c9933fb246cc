package slope.onnx.graph;

import java.util.List;
import slope.onnx.format.ElementType;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;

/// Columns of words. The empty word of a missing cell, and words that training pooled or never saw, are
/// no keys of the `LabelEncoder` and get the number of the others.
final class CategoryNodes {
    private CategoryNodes() {}

    /// A row of the encoding's table for each word.
    static String add(OneHotEncoder encoding, ColumnInputs columns, GraphBuilder graph) {
        int width = encoding.width();
        int rows = encoding.categories().size() + 1;
        float[] table = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            for (int input = 0; input < width; input++) {
                table[row * width + input] = encoding.value(row, input);
            }
        }
        String codes = LabelNodes.numberOf(columns.name(encoding.column()), encoding.categories(), rows - 1, graph);
        String flat = graph.node("Squeeze", codes, graph.wholes("second dimension", 1));
        return graph.node("Gather", values, flat);
    }

    /// Each word's code from 1, 0 for the others, as a float among the network's inputs.
    static String add(OrdinalEncoder encoding, ColumnInputs columns, GraphBuilder graph) {
        String numbers = LabelNodes.numberOf(columns.name(encoding.column()), encoding.categories(), -1, graph);
        return graph.cast(graph.node("Add", numbers, graph.whole("first code", 1)), ElementType.FLOAT);
    }
}
