package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.internal.function.NormalQuantile;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.onnx.graph.NumberNodes.ScaledNumber;
import slope.preprocess.Scaler;

/// Quantile normalisation: a number's place among the quantiles of the training rows, as a standard
/// normal number. Step by step what [Scaler.Normal] computes: how many quantiles are below the number,
/// the place between the two next to it, and for equal ones the middle of the first and the last.
final class QuantileNormalNodes {
    private final List<ScaledNumber> numbers;
    private final GraphBuilder graph;
    private final List<String> halved = new ArrayList<>(); // rows × 1 each, double
    private final List<String> quantiles = new ArrayList<>(); // of one dimension each, double
    private final List<String> below = new ArrayList<>(); // rows × 1 each: how many quantiles
    private final List<String> upTo = new ArrayList<>();

    private QuantileNormalNodes(List<ScaledNumber> numbers, GraphBuilder graph) {
        this.numbers = numbers;
        this.graph = graph;
        numbers.forEach(this::compare);
    }

    /// Adds the scaling of columns.
    ///
    /// @return the name of rows × numbers, double
    static String add(List<ScaledNumber> numbers, GraphBuilder graph) {
        QuantileNormalNodes nodes = new QuantileNormalNodes(numbers, graph);
        String share = graph.node(
                "Mul", graph.node("Add", nodes.share(nodes.below), nodes.share(nodes.upTo)), graph.scalar("half", 0.5));
        return nodes.normal(share);
    }

    /// Counts the quantiles below a number in its precision.
    private void compare(ScaledNumber number) {
        boolean inFloats =
                number.scaling() instanceof Scaler.Normal normal && normal.precision() == Scaler.Normal.Precision.FLOAT;
        String value = inFloats ? graph.cast(number.value(), ElementType.FLOAT) : number.value();
        below.add(count("Less", number.quantiles(), value));
        upTo.add(count("LessOrEqual", number.quantiles(), value));
        // Halved in between: runtimes that join two casts would leave the rounding out.
        halved.add(
                inFloats
                        ? graph.cast(graph.node("Mul", value, graph.scalar("half", 0.5f)), ElementType.DOUBLE)
                        : graph.node("Mul", value, graph.scalar("half", 0.5)));
        quantiles.add(inFloats ? graph.cast(number.quantiles(), ElementType.DOUBLE) : number.quantiles());
    }

    private String count(String comparison, String quantiles, String value) {
        return graph.node(
                "ReduceSum",
                List.of(
                        graph.cast(graph.node(comparison, quantiles, value), ElementType.FLOAT),
                        graph.wholes("over quantiles", 1)),
                Map.of("keepdims", new Attribute.Whole(1)));
    }

    /// The share of training numbers that the quantiles counted stand for: rows × numbers.
    private String share(List<String> counts) {
        long[] first = new long[numbers.size()]; // place of each number's quantiles among all
        long[] last = new long[numbers.size()]; // counted from the first
        for (int index = 0; index < first.length; index++) {
            last[index] =
                    ((Scaler.Normal) numbers.get(index).scaling()).quantiles().size() - 1L;
            first[index] = index == 0 ? 0 : first[index - 1] + last[index - 1] + 1;
        }
        String halves = graph.node(
                "Mul",
                graph.node("Concat", quantiles, Map.of("axis", new Attribute.Whole(0))),
                graph.scalar("half", 0.5));
        String firsts = graph.wholes("first quantiles", first);
        String above = graph.cast(graph.sideBySide(counts), ElementType.INT64);
        String before = graph.node("Max", graph.node("Sub", above, graph.whole("step", 1)), graph.whole("none", 0));
        String low = graph.node("Gather", halves, graph.node("Add", before, firsts));
        String high = graph.node(
                "Gather",
                halves,
                graph.node("Add", graph.node("Min", above, graph.wholes("last quantiles", last)), firsts));
        // Beyond the quantiles both are the outermost one, and in between they differ.
        String width = graph.node("Sub", high, low);
        String behind = graph.node("Sub", graph.sideBySide(halved), low);
        String part = graph.node(
                "Where",
                graph.node("Greater", width, graph.scalar("no width", 0.0)),
                graph.node("Div", behind, width),
                graph.scalar("no width", 0.0));
        return graph.node(
                "Div",
                graph.node("Add", graph.cast(before, ElementType.DOUBLE), part),
                graph.cast(graph.wholes("last quantiles", last), ElementType.DOUBLE));
    }

    /// Wichura's rational functions, as [NormalQuantile] has them: one for the middle, one for the
    /// tails. A third one, for the far tails, begins behind the bound.
    private String normal(String share) {
        String fromMiddle = graph.node("Sub", share, graph.scalar("half", 0.5));
        String square = graph.node(
                "Sub",
                graph.scalar("end of the middle, squared", NormalQuantile.MIDDLE_SQUARED),
                graph.node("Mul", fromMiddle, fromMiddle));
        String middle = graph.node("Mul", fromMiddle, ratio(NormalQuantile.middle(), square));
        String tail = graph.node("Min", share, graph.node("Sub", graph.scalar("one", 1.0), share));
        // So that the logarithm is finite.
        String bounded = graph.node("Max", tail, graph.scalar("smallest tail", 1e-9));
        String root = graph.node("Sqrt", graph.node("Neg", graph.node("Log", bounded)));
        String past = graph.node("Sub", root, graph.scalar("begin of tails", NormalQuantile.TAIL_START));
        String outer = graph.node("Mul", graph.node("Sign", fromMiddle), ratio(NormalQuantile.tail(), past));
        String isMiddle = graph.node("GreaterOrEqual", square, graph.scalar("edge", 0.0));
        return ScalerNodes.clipped(graph.node("Where", isMiddle, middle, outer), Scaler.Normal.FURTHEST, graph);
    }

    private String ratio(NormalQuantile.Ratio ratio, String value) {
        return graph.node("Div", polynomial(ratio.above(), value), polynomial(ratio.below(), value));
    }

    /// Horner's rule, from the highest power down.
    private String polynomial(List<Double> coefficients, String value) {
        String sum = graph.scalar("coefficient", coefficients.getLast().doubleValue());
        for (double coefficient : coefficients.reversed().subList(1, coefficients.size())) {
            sum = graph.node("Add", graph.node("Mul", sum, value), graph.scalar("coefficient", coefficient));
        }
        return sum;
    }
}
