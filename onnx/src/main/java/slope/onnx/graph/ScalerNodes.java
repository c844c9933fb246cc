package slope.onnx.graph;

import java.util.List;
import java.util.Optional;
import slope.preprocess.Scaler;

/// Numbers on the scale of the training rows.
///
/// ONNX computes in float, [Scaler] in double. A float centre would be off by its own last digit,
/// which is much where the numbers differ little beside their size (years, postcodes). So the
/// centre is taken away in two floats, its first digits and then the rest: what is left loses
/// nothing worth telling.
final class ScalerNodes {
    /// Beyond it a square overflows, and the result has long reached its bound.
    private static final float FAR = 1e18f;

    private ScalerNodes() {}

    /// Scales columns side by side.
    ///
    /// @param scalings all of one kind; of [Scaler.Normal] one only
    /// @param values rows × scalings; the result for NaN is undefined
    static String add(List<Scaler> scalings, String values, GraphBuilder graph) {
        return add(scalings, values, Optional.empty(), graph);
    }

    /// Scales columns whose values come in two parts, to be added once the centre is away.
    static String add(List<Scaler> scalings, String values, String smallParts, GraphBuilder graph) {
        return add(scalings, values, Optional.of(smallParts), graph);
    }

    private static String add(List<Scaler> scalings, String values, Optional<String> smallParts, GraphBuilder graph) {
        return switch (scalings.getFirst()) {
            case Scaler.Unchanged ignored ->
                graph.node(
                        "Clip",
                        values,
                        graph.scalar("least float", -Float.MAX_VALUE),
                        graph.scalar("largest float", Float.MAX_VALUE));
            case Scaler.Standard ignored -> {
                String distances = distances(scalings, values, smallParts, graph);
                String limited = graph.node(
                        "Clip",
                        distances,
                        graph.scalar("nearest", (float) -Scaler.Standard.FURTHEST),
                        graph.scalar("furthest", (float) Scaler.Standard.FURTHEST));
                yield zeroed(scalings, limited, graph);
            }
            case Scaler.Robust ignored ->
                zeroed(scalings, bent(distances(scalings, values, smallParts, graph), graph), graph);
            case Scaler.Normal normal ->
                QuantileNormalNodes.add(
                        normal,
                        smallParts
                                .map(small -> graph.node("Add", values, small))
                                .orElse(values),
                        graph);
        };
    }

    /// (value − centre) / unit.
    private static String distances(
            List<Scaler> scalings, String values, Optional<String> smallParts, GraphBuilder graph) {
        float[] centres = new float[scalings.size()];
        float[] rests = new float[scalings.size()];
        float[] units = new float[scalings.size()];
        for (int index = 0; index < scalings.size(); index++) {
            double centre = centre(scalings.get(index));
            centres[index] = finite(centre);
            rests[index] = finite(centre - centres[index]);
            double unit = unit(scalings.get(index));
            // Where all training rows were equal the result is 0 whatever comes; 1 keeps it from being NaN until then.
            units[index] = unit == 0 ? 1 : (float) Math.clamp(unit, Float.MIN_NORMAL, Float.MAX_VALUE);
        }
        String nearly = graph.node("Sub", values, graph.row("centres", centres));
        String whole = smallParts.map(small -> graph.node("Add", nearly, small)).orElse(nearly);
        String centred = graph.node("Sub", whole, graph.row("rests of centres", rests));
        return graph.node("Div", centred, graph.row("units", units));
    }

    /// u / √(1 + (u/3)²).
    private static String bent(String distances, GraphBuilder graph) {
        String limited = graph.node("Clip", distances, graph.scalar("far below", -FAR), graph.scalar("far above", FAR));
        String third = graph.node("Div", limited, graph.scalar("bound", (float) Scaler.Robust.BOUND));
        String bend = graph.node("Sqrt", graph.node("Add", graph.node("Mul", third, third), graph.scalar("one", 1)));
        return graph.node("Div", limited, bend);
    }

    /// The numbers, with 0 in the columns that had one value only.
    private static String zeroed(List<Scaler> scalings, String scaled, GraphBuilder graph) {
        float[] factors = new float[scalings.size()];
        boolean constant = false;
        for (int index = 0; index < factors.length; index++) {
            factors[index] = unit(scalings.get(index)) == 0 ? 0 : 1;
            constant |= factors[index] == 0;
        }
        return constant ? graph.node("Mul", scaled, graph.row("columns that vary", factors)) : scaled;
    }

    private static double centre(Scaler scaling) {
        return switch (scaling) {
            case Scaler.Standard(double mean, double deviation) -> mean;
            case Scaler.Robust(double median, double range) -> median;
            case Scaler.Normal ignored -> 0;
            case Scaler.Unchanged ignored -> 0;
        };
    }

    private static double unit(Scaler scaling) {
        return switch (scaling) {
            case Scaler.Standard(double mean, double deviation) -> deviation;
            case Scaler.Robust(double median, double range) -> range;
            case Scaler.Normal ignored -> 1;
            case Scaler.Unchanged ignored -> 1;
        };
    }

    private static float finite(double value) {
        return (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
    }
}
