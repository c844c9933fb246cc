package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import slope.onnx.graph.EncoderNodes.Placed;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;

/// Columns of numbers: scaled, columns of one scaling together, with the scaled imputation value
/// where missing.
final class NumberNodes {
    private NumberNodes() {}

    static void add(List<Placed<NumberEncoder>> numbers, ColumnInputs columns, GraphBuilder graph, InputRows rows) {
        List<Placed<NumberEncoder>> standard = new ArrayList<>();
        List<Placed<NumberEncoder>> robust = new ArrayList<>();
        List<Placed<NumberEncoder>> unchanged = new ArrayList<>();
        for (Placed<NumberEncoder> number : numbers) {
            switch (number.encoding().scaling()) {
                case Scaler.Standard ignored -> standard.add(number);
                case Scaler.Robust ignored -> robust.add(number);
                case Scaler.Unchanged ignored -> unchanged.add(number);
                // Each has quantiles of its own.
                case Scaler.Normal ignored -> addTogether(List.of(number), columns, graph, rows);
            }
        }
        addTogether(standard, columns, graph, rows);
        addTogether(robust, columns, graph, rows);
        addTogether(unchanged, columns, graph, rows);
    }

    private static void addTogether(
            List<Placed<NumberEncoder>> numbers, ColumnInputs columns, GraphBuilder graph, InputRows rows) {
        if (numbers.isEmpty()) {
            return;
        }
        String values = graph.sideBySide(numbers.stream()
                .map(number -> columns.name(number.encoding().column()))
                .toList());
        List<Scaler> scalings =
                numbers.stream().map(number -> number.encoding().scaling()).toList();
        float[] fillings = new float[numbers.size()];
        for (int index = 0; index < fillings.length; index++) {
            // Scaled in double: a float of the imputation value may be off by a standard deviation.
            fillings[index] =
                    scalings.get(index).apply(numbers.get(index).encoding().filling());
        }
        String scaled = ScalerNodes.add(scalings, values, graph);
        rows.add(
                graph.node("Where", graph.node("IsNaN", values), graph.row("scaled fillings", fillings), scaled),
                numbers.stream().map(Placed::place).toList());
    }
}
