package slope.onnx.graph;

import java.util.List;
import java.util.function.ToDoubleFunction;
import slope.onnx.graph.NumberNodes.ScaledNumber;
import slope.preprocess.Scaler;

/// Numbers on the scale of the training rows, in double as [Scaler] computes them: the centre of years,
/// postcodes or milliseconds is large beside the distances from it.
final class ScalerNodes {
    /// Beyond it a square overflows, and the result has long reached its bound.
    private static final double FAR = 1e150;

    private ScalerNodes() {}

    /// Scales columns side by side.
    ///
    /// @param numbers of one kind of scaling
    /// @param values rows × numbers, double; the result for NaN is undefined
    static String add(List<ScaledNumber> numbers, String values, GraphBuilder graph) {
        return switch (numbers.getFirst().scaling()) {
            case Scaler.Unchanged ignored -> clipped(values, Float.MAX_VALUE, graph);
            case Scaler.Standard ignored ->
                zeroed(numbers, clipped(distances(numbers, values, graph), Scaler.Standard.FURTHEST, graph), graph);
            case Scaler.SignedLogarithm ignored ->
                zeroed(
                        numbers,
                        clipped(distances(numbers, logarithms(values, graph), graph), Scaler.Standard.FURTHEST, graph),
                        graph);
            case Scaler.Robust ignored -> zeroed(numbers, bent(distances(numbers, values, graph), graph), graph);
            case Scaler.Normal ignored -> zeroed(numbers, QuantileNormalNodes.add(numbers, graph), graph);
        };
    }

    /// sign(x) · ln(1 + |x|).
    private static String logarithms(String values, GraphBuilder graph) {
        String finite = clipped(values, Double.MAX_VALUE, graph);
        String sizes = graph.node("Add", graph.node("Abs", finite), graph.scalar("one", 1.0));
        return graph.node("Mul", graph.node("Sign", finite), graph.node("Log", sizes));
    }

    static String clipped(String values, double most, GraphBuilder graph) {
        return graph.node("Clip", values, graph.scalar("least", -most), graph.scalar("most", most));
    }

    /// (value − centre) / unit.
    private static String distances(List<ScaledNumber> numbers, String values, GraphBuilder graph) {
        String centred = graph.node("Sub", values, row("centres", numbers, ScalerNodes::centre, graph));
        // Where all training rows were equal the result is 0 whatever comes; 1 keeps it from being NaN until then.
        return graph.node(
                "Div", centred, row("units", numbers, scaling -> unit(scaling) == 0 ? 1 : unit(scaling), graph));
    }

    /// u / √(1 + (u/3)²).
    private static String bent(String distances, GraphBuilder graph) {
        String limited = clipped(distances, FAR, graph);
        String third = graph.node("Div", limited, graph.scalar("bound", Scaler.Robust.BOUND));
        String bend = graph.node("Sqrt", graph.node("Add", graph.node("Mul", third, third), graph.scalar("one", 1.0)));
        return graph.node("Div", limited, bend);
    }

    /// The numbers, with 0 in the columns that had one value only.
    private static String zeroed(List<ScaledNumber> numbers, String scaled, GraphBuilder graph) {
        return numbers.stream().allMatch(number -> unit(number.scaling()) != 0)
                ? scaled
                : graph.node(
                        "Mul", scaled, row("columns that vary", numbers, scaling -> unit(scaling) == 0 ? 0 : 1, graph));
    }

    static String row(String name, List<ScaledNumber> numbers, ToDoubleFunction<Scaler> of, GraphBuilder graph) {
        return graph.doubles(
                name,
                numbers.stream()
                        .mapToDouble(number -> of.applyAsDouble(number.scaling()))
                        .toArray());
    }

    private static double centre(Scaler scaling) {
        return switch (scaling) {
            case Scaler.Standard(double mean, double standardDeviation) -> mean;
            case Scaler.SignedLogarithm(Scaler.Standard standard) -> standard.mean();
            case Scaler.Robust(double median, double range) -> median;
            case Scaler.Normal ignored -> 0;
            case Scaler.Unchanged ignored -> 0;
        };
    }

    /// 0 where training rows had one value only.
    private static double unit(Scaler scaling) {
        return switch (scaling) {
            case Scaler.Standard(double mean, double standardDeviation) -> standardDeviation;
            case Scaler.SignedLogarithm(Scaler.Standard standard) -> standard.standardDeviation();
            case Scaler.Robust(double median, double range) -> range;
            case Scaler.Normal normal ->
                normal.quantiles().getFirst().equals(normal.quantiles().getLast()) ? 0 : 1;
            case Scaler.Unchanged ignored -> 1;
        };
    }
}
