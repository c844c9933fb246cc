package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import slope.conformal.AbsoluteResidual;
import slope.conformal.AdaptiveSet;
import slope.conformal.AnscombeResidual;
import slope.conformal.ConformalQuantile;
import slope.conformal.Difficulty;
import slope.conformal.GroupQuantiles;
import slope.conformal.IntervalScore;
import slope.conformal.LeastAmbiguousSet;
import slope.conformal.NormalizedResidual;
import slope.conformal.QuantileDistance;
import slope.conformal.RowHash;
import slope.conformal.SplitConformal;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.target.Labels;
import slope.target.Target;

/// Intervals and sets, in double as [SplitConformal] makes them.
///
/// Numbers: `lower` and `upper`, doubles, of several columns `lower_COLUMN` and `upper_COLUMN`. Classes: `set`, truths,
/// rows × classes in the order of `probabilities`. Labels: `set_COLUMN`, truths, rows × 2: absent and present.
final class ConformalNodes {
    private final SplitConformal conformal;
    private final Target target;
    private final ColumnInputs columns;
    private final GraphBuilder graph;

    ConformalNodes(SplitConformal conformal, Target target, ColumnInputs columns, GraphBuilder graph) {
        this.conformal = conformal;
        this.target = target;
        this.columns = columns;
        this.graph = graph;
    }

    /// Decoded outputs, quantiles shifted but not yet sorted again; see [SplitConformal#shifted].
    String shifted(String decoded) {
        int levels = conformal.shifts().size();
        return levels == 0
                ? decoded
                : graph.node(
                        "Add",
                        graph.smallest(decoded, levels),
                        graph.doubles(
                                "shifts of quantiles",
                                IntStream.range(0, levels)
                                        .mapToDouble(conformal::shift)
                                        .toArray()));
    }

    /// Adds the outputs that callers read.
    ///
    /// @param decoded the name of rows × decoded outputs, quantiles not shifted
    void addOutputs(String decoded) {
        String quantiles = conformal.groups().map(this::byGroup).orElse("");
        for (int index = 0; index < target.columns().size(); index++) {
            String quantile = quantiles.isEmpty()
                    ? graph.scalar(
                            "conformal quantile",
                            conformal.quantiles().get(index).value())
                    : graph.column(quantiles, index);
            String suffix =
                    target.columns().size() == 1 ? "" : "_" + target.columns().get(index);
            switch (conformal.scores().get(index)) {
                case LeastAmbiguousSet ignored ->
                    addSet("set" + suffix, leastAmbiguous(probabilities(decoded, index)), quantile);
                case AdaptiveSet(RowHash hash) ->
                    addSet("set" + suffix, new AdaptiveNodes(columns, graph).scores(decoded, target, hash), quantile);
                case IntervalScore score -> addInterval(score, column(decoded, index), quantile, suffix);
            }
        }
    }

    /// The quantiles of each row: rows × target columns.
    private String byGroup(GroupQuantiles by) {
        List<List<ConformalQuantile>> all = IntStream.rangeClosed(0, by.groups().size())
                .mapToObj(group -> group == 0
                        ? conformal.quantiles()
                        : by.groups().get(group - 1).quantiles())
                .toList();
        int width = conformal.quantiles().size();
        String table = graph.constant(
                "conformal quantiles of " + by.column(),
                ElementType.DOUBLE,
                List.of((long) all.size(), (long) width),
                index -> all.get(index / width).get(index % width).value());
        String numbers =
                LabelNodes.numberOf(columns.name(by.column()), by.encoder().levels(), -1, graph);
        String groups = graph.node("Add", numbers, graph.whole("first code", 1));
        return graph.node("Gather", table, graph.node("Squeeze", groups, graph.wholes("second dimension", 1)));
    }

    /// rows × the classes of a column.
    private String probabilities(String decoded, int index) {
        if (!(target instanceof Labels)) {
            return decoded;
        }
        String present = column(decoded, index);
        return graph.sideBySide(List.of(graph.node("Sub", one(), present), present));
    }

    private String leastAmbiguous(String probabilities) {
        return graph.node("Sub", one(), probabilities);
    }

    private void addSet(String name, String scores, String quantile) {
        int classes = target instanceof Labels ? 2 : target.width();
        graph.output(name, graph.node("LessOrEqual", scores, quantile), ElementType.BOOL, classes);
    }

    /// rows × 1, or all quantiles of a row.
    private String column(String decoded, int index) {
        return target.columns().size() == 1 ? decoded : graph.column(decoded, index);
    }

    private void addInterval(IntervalScore score, String predicted, String quantile, String suffix) {
        Ends ends = switch (score) {
            case AbsoluteResidual ignored -> around(predicted, quantile);
            case NormalizedResidual(Difficulty difficulty) ->
                around(predicted, graph.node("Mul", difficulty(predicted, difficulty), quantile));
            case AnscombeResidual amounts -> amounts(amounts, predicted, quantile);
            case QuantileDistance distance -> quantiles(distance, predicted, quantile);
        };
        graph.output("lower" + suffix, ends.lower, ElementType.DOUBLE, 1);
        graph.output("upper" + suffix, ends.upper, ElementType.DOUBLE, 1);
    }

    /// The names of both ends.
    private record Ends(String lower, String upper) {}

    private Ends around(String middle, String half) {
        return new Ends(graph.node("Sub", middle, half), graph.node("Add", middle, half));
    }

    /// Linear between its knots: a column for each part, then their sum.
    private String difficulty(String predicted, Difficulty difficulty) {
        int parts = difficulty.knots().size() - 1;
        String first = graph.scalar("first difficulty", difficulty.values().getFirst());
        if (parts == 0) {
            return first;
        }
        String beyond = graph.node(
                "Sub",
                predicted,
                row("knots of difficulty", parts, index -> difficulty.knots().get((int) index)));
        String within = graph.node(
                "Min",
                graph.node("Max", beyond, graph.scalar("zero", 0.0)),
                row("widths of difficulty", parts, index -> difficulty.width((int) index)));
        String grown =
                graph.node("Mul", within, row("slopes of difficulty", parts, index -> difficulty.slope((int) index)));
        return graph.node(
                "Add",
                graph.node(
                        "ReduceSum",
                        List.of(grown, graph.wholes("second dimension", 1)),
                        Map.of("keepdims", new Attribute.Whole(1))),
                first);
    }

    private String row(String name, int count, ToDoubleFunction<Integer> value) {
        return graph.doubles(
                name, IntStream.range(0, count).boxed().mapToDouble(value).toArray());
    }

    private Ends amounts(AnscombeResidual score, String predicted, String quantile) {
        String mean = graph.node("Max", predicted, graph.scalar("smallest amount", AnscombeResidual.SMALLEST));
        String middle = power(mean, score.exponent());
        String scale = graph.node(
                "Mul", power(mean, score.power() / 6), graph.scalar("exponent of amounts", score.exponent()));
        Ends ends = around(middle, graph.node("Mul", scale, quantile));
        String lower = graph.node("Max", ends.lower, graph.scalar("zero", 0.0));
        return new Ends(power(lower, 1 / score.exponent()), power(ends.upper, 1 / score.exponent()));
    }

    private String power(String base, double exponent) {
        return graph.node("Pow", base, graph.scalar("exponent", exponent));
    }

    private Ends quantiles(QuantileDistance score, String decoded, String quantile) {
        String ascending = graph.smallest(decoded, score.levels());
        String lowest = graph.column(ascending, 0);
        String highest = graph.column(ascending, score.levels() - 1);
        String two = graph.scalar("two", 2.0);
        String middle = graph.node("Div", graph.node("Add", lowest, highest), two);
        String half = graph.node("Div", graph.node("Sub", highest, lowest), two);
        return around(middle, graph.node("Max", graph.node("Add", half, quantile), graph.scalar("zero", 0.0)));
    }

    private String one() {
        return graph.scalar("certain", 1.0);
    }
}
