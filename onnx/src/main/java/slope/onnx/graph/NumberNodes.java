package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import slope.onnx.format.ElementType;
import slope.preprocess.Scaler;

/// Numbers, and the parts of dates: scaled as doubles, those of one scaling together, then rounded to
/// floats, with the scaled imputation value where missing.
final class NumberNodes {
    private NumberNodes() {}

    /// A number to scale.
    ///
    /// @param value rows × 1, double, NaN where missing
    /// @param scaling after imputation
    /// @param filling the imputation value
    /// @param quantiles the name of those of its scaling, if it has some
    /// @param place which input of the network it becomes
    record ScaledNumber(String value, Scaler scaling, double filling, String quantiles, int place) {}

    static void add(List<ScaledNumber> numbers, GraphBuilder graph, InputRows rows) {
        List<ScaledNumber> standard = new ArrayList<>();
        List<ScaledNumber> logarithms = new ArrayList<>();
        List<ScaledNumber> robust = new ArrayList<>();
        List<ScaledNumber> unchanged = new ArrayList<>();
        List<ScaledNumber> normal = new ArrayList<>();
        for (ScaledNumber number : numbers) {
            switch (number.scaling()) {
                case Scaler.Standard ignored -> standard.add(number);
                case Scaler.SignedLogarithm ignored -> logarithms.add(number);
                case Scaler.Robust ignored -> robust.add(number);
                case Scaler.Unchanged ignored -> unchanged.add(number);
                case Scaler.Normal ignored -> normal.add(number);
            }
        }
        List.of(standard, logarithms, robust, unchanged, normal).forEach(group -> addTogether(group, graph, rows));
    }

    private static void addTogether(List<ScaledNumber> numbers, GraphBuilder graph, InputRows rows) {
        if (numbers.isEmpty()) {
            return;
        }
        String values =
                graph.sideBySide(numbers.stream().map(ScaledNumber::value).toList());
        float[] fillings = new float[numbers.size()];
        for (int index = 0; index < fillings.length; index++) {
            fillings[index] =
                    numbers.get(index).scaling().apply(numbers.get(index).filling());
        }
        String scaled = graph.cast(ScalerNodes.add(numbers, values, graph), ElementType.FLOAT);
        rows.add(
                graph.node("Where", MissingNodes.isNaN(values, graph), graph.row("scaled fillings", fillings), scaled),
                numbers.stream().map(ScaledNumber::place).toList());
    }
}
