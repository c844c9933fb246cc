package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import slope.internal.function.NormalQuantile;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.preprocess.Scaler;

/// Quantile normalisation: a number's rank among the quantiles of the training rows, as a standard
/// normal number.
///
/// The place is the sum, over the steps from each quantile to the next, of the part of the step
/// that the number has behind it: 0, 1 or between; of a step of no width half when it is reached
/// and half when it is left. Numbers and quantiles are floats and compared as they are, so that
/// equal ones stay equal. What lies above is summed in the same way instead of taken from 1: near 1
/// a float would lose the digits that count.
final class QuantileNormalNodes {
    private final Scaler.Normal scaling;
    private final GraphBuilder graph;

    private QuantileNormalNodes(Scaler.Normal scaling, GraphBuilder graph) {
        this.scaling = scaling;
        this.graph = graph;
    }

    /// Adds the scaling of a column.
    ///
    /// @param values rows × 1
    /// @return the name of rows × 1
    static String add(Scaler.Normal scaling, String values, GraphBuilder graph) {
        QuantileNormalNodes nodes = new QuantileNormalNodes(scaling, graph);
        boolean constant =
                scaling.quantiles().getFirst().equals(scaling.quantiles().getLast());
        return constant ? nodes.zeros(values) : nodes.quantile(values);
    }

    private String zeros(String values) {
        return graph.node("Mul", graph.cast(graph.node("IsNaN", values), ElementType.FLOAT), graph.scalar("zero", 0));
    }

    private String quantile(String values) {
        List<Double> quantiles = scaling.quantiles();
        int steps = quantiles.size() - 1;
        float[] from = new float[steps];
        float[] to = new float[steps];
        for (int step = 0; step < steps; step++) {
            from[step] = quantiles.get(step).floatValue();
            to[step] = quantiles.get(step + 1).floatValue();
        }
        String below = share(values, from, to, Side.BELOW);
        String above = share(values, from, to, Side.ABOVE);
        return normal(below, above);
    }

    private enum Side {
        BELOW,
        ABOVE
    }

    /// The share of training numbers on a side of each value: rows × 1.
    private String share(String values, float[] from, float[] to, Side side) {
        int steps = from.length;
        float[] starts = new float[steps];
        float[] widths = new float[steps];
        float[] isStep = new float[steps];
        for (int step = 0; step < steps; step++) {
            starts[step] = side == Side.BELOW ? from[step] : to[step];
            float width = to[step] - from[step];
            isStep[step] = width > 0 ? 1 : 0;
            widths[step] = width > 0 ? width : 1;
        }
        String start = graph.row("starts of steps", starts);
        String behind = side == Side.BELOW ? graph.node("Sub", values, start) : graph.node("Sub", start, values);
        String part = graph.node(
                "Clip",
                graph.node("Div", behind, graph.row("widths of steps", widths)),
                graph.scalar("none", 0),
                graph.scalar("all", 1));
        // Half of the sign, and a half: 0 before, a half at, 1 behind a step of no width.
        String half = graph.scalar("half", 0.5f);
        String jump = graph.node("Add", graph.node("Mul", graph.node("Sign", behind), half), half);
        String parts =
                graph.node("Where", graph.cast(graph.row("steps with a width", isStep), ElementType.BOOL), part, jump);
        String sum = graph.node(
                "ReduceSum", List.of(parts, graph.wholes("over steps", 1)), Map.of("keepdims", new Attribute.Whole(1)));
        return graph.node("Div", sum, graph.scalar("steps", steps));
    }

    /// Wichura's rational functions, as [NormalQuantile] has them: one for the middle, one for the
    /// tails. A third one, for the far tails, begins behind the bound.
    private String normal(String below, String above) {
        String half = graph.scalar("half", 0.5f);
        String fromMiddle = graph.node("Mul", graph.node("Sub", below, above), half);
        String square = graph.node(
                "Sub",
                graph.scalar("end of the middle, squared", (float) NormalQuantile.MIDDLE_SQUARED),
                graph.node("Mul", fromMiddle, fromMiddle));
        String middle = graph.node("Mul", fromMiddle, ratio(NormalQuantile.middle(), square));
        // Shares are bounded, so the logarithm is finite.
        String tail = graph.node("Max", graph.node("Min", below, above), graph.scalar("smallest tail", 1e-9f));
        String root = graph.node("Sqrt", graph.node("Neg", graph.node("Log", tail)));
        String past = graph.node("Sub", root, graph.scalar("begin of tails", (float) NormalQuantile.TAIL_START));
        String outer = graph.node("Mul", graph.node("Sign", fromMiddle), ratio(NormalQuantile.tail(), past));
        String isMiddle = graph.node("GreaterOrEqual", square, graph.scalar("edge", 0));
        return graph.node(
                "Clip",
                graph.node("Where", isMiddle, middle, outer),
                graph.scalar("smallest", (float) -Scaler.Normal.FURTHEST),
                graph.scalar("largest", (float) Scaler.Normal.FURTHEST));
    }

    private String ratio(NormalQuantile.Ratio ratio, String value) {
        return graph.node("Div", polynomial(ratio.above(), value), polynomial(ratio.below(), value));
    }

    /// Horner's rule, from the highest power down.
    private String polynomial(List<Double> coefficients, String value) {
        String sum = graph.scalar("coefficient", coefficients.getLast().floatValue());
        for (double coefficient : coefficients.reversed().subList(1, coefficients.size())) {
            sum = graph.node("Add", graph.node("Mul", sum, value), graph.scalar("coefficient", (float) coefficient));
        }
        return sum;
    }
}
