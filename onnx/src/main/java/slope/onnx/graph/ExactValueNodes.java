package slope.onnx.graph;

import java.util.List;
import slope.onnx.format.ElementType;
import slope.preprocess.ExactValueEncoder;

/// Columns of numbers as codes of their exact values. A missing cell, NaN, equals none of them.
final class ExactValueNodes {
    private ExactValueNodes() {}

    /// Each value's code from 1, 0 for the others, as a float among the network's inputs.
    static String add(ExactValueEncoder encoding, ColumnInputs columns, GraphBuilder graph) {
        double[] values =
                encoding.values().stream().mapToDouble(Double::doubleValue).toArray();
        float[] codes = new float[values.length];
        for (int index = 0; index < codes.length; index++) {
            codes[index] = index + 1;
        }
        String equal = graph.node(
                "Equal", columns.name(encoding.column()), graph.doubles("values of " + encoding.column(), values));
        return graph.node(
                "MatMul",
                graph.cast(equal, ElementType.FLOAT),
                graph.floats("codes of " + encoding.column(), List.of((long) codes.length, 1L), codes));
    }
}
