package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import slope.data.NumberEncoding;
import slope.data.Scaling;
import slope.onnx.graph.EncodingNodes.Placed;

/// Columns of numbers: scaled, those of a scaling together, and a fixed input where missing.
final class NumberNodes {
    private NumberNodes() {}

    static void add(List<Placed<NumberEncoding>> numbers, ColumnInputs columns, GraphBuilder graph, InputRows rows) {
        List<Placed<NumberEncoding>> standard = new ArrayList<>();
        List<Placed<NumberEncoding>> robust = new ArrayList<>();
        List<Placed<NumberEncoding>> unchanged = new ArrayList<>();
        for (Placed<NumberEncoding> number : numbers) {
            switch (number.encoding().scaling()) {
                case Scaling.Standard _ -> standard.add(number);
                case Scaling.Robust _ -> robust.add(number);
                case Scaling.Unchanged _ -> unchanged.add(number);
                // Each has quantiles of its own.
                case Scaling.Normal _ -> addTogether(List.of(number), columns, graph, rows);
            }
        }
        addTogether(standard, columns, graph, rows);
        addTogether(robust, columns, graph, rows);
        addTogether(unchanged, columns, graph, rows);
    }

    private static void addTogether(
            List<Placed<NumberEncoding>> numbers, ColumnInputs columns, GraphBuilder graph, InputRows rows) {
        if (numbers.isEmpty()) {
            return;
        }
        String values = graph.sideBySide(numbers.stream()
                .map(number -> columns.name(number.encoding().column()))
                .toList());
        List<Scaling> scalings =
                numbers.stream().map(number -> number.encoding().scaling()).toList();
        float[] fillings = new float[numbers.size()];
        for (int index = 0; index < fillings.length; index++) {
            // Scaled in double: a float of the filling itself may be a deviation off.
            fillings[index] =
                    scalings.get(index).apply(numbers.get(index).encoding().filling());
        }
        String scaled = ScalingNodes.add(scalings, values, graph);
        rows.add(
                graph.node("Where", graph.node("IsNaN", values), graph.row("scaled fillings", fillings), scaled),
                numbers.stream().map(Placed::place).toList());
    }
}
