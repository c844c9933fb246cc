package slope.onnx.graph;

import java.util.List;
import slope.onnx.format.ElementType;
import slope.onnx.graph.EncoderNodes.Placed;
import slope.preprocess.BooleanEncoder;

/// All columns of truths at once: an input each, of three values. Any number but 0 is true.
final class BooleanNodes {
    private BooleanNodes() {}

    static void add(List<Placed<BooleanEncoder>> truths, ColumnInputs columns, GraphBuilder graph, InputRows rows) {
        if (truths.isEmpty()) {
            return;
        }
        String cells = graph.sideBySide(truths.stream()
                .map(truth -> columns.name(truth.encoding().column()))
                .toList());
        float[] whenTrue = new float[truths.size()];
        float[] whenFalse = new float[truths.size()];
        float[] whenMissing = new float[truths.size()];
        for (int index = 0; index < truths.size(); index++) {
            BooleanEncoder encoding = truths.get(index).encoding();
            whenTrue[index] = encoding.whenTrue();
            whenFalse[index] = encoding.whenFalse();
            whenMissing[index] = encoding.whenMissing();
        }
        String known = graph.node(
                "Where",
                graph.cast(cells, ElementType.BOOL),
                graph.row("when true", whenTrue),
                graph.row("when false", whenFalse));
        rows.add(
                graph.node("Where", MissingNodes.isNaN(cells, graph), graph.row("when missing", whenMissing), known),
                truths.stream().map(Placed::place).toList());
    }
}
