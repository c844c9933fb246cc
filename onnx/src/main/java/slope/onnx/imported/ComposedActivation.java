package slope.onnx.imported;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import slope.internal.function.DoubleNormalDistribution;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.network.Network;
import slope.onnx.format.OnnxException;

/// An activation in several nodes, such as GELU as z · ½ · (1 + erf(z / √2)), from where the chain of layers
/// parts to where it is one again.
///
/// Programs write the same function in many orders. So it is told by its values instead of its form: the nodes
/// are computed for some z, and the outcome is compared with the activations that Slope has.
final class ComposedActivation {
    private static final List<Activation> KNOWN =
            List.of(Activation.GELU, Activation.GELU_TANH, Activation.SILU, Activation.MISH);

    /// From −8 to 8: beyond, all activations are straight.
    private static final double[] SAMPLES =
            IntStream.rangeClosed(-64, 64).mapToDouble(eighths -> eighths / 8.0).toArray();

    /// How far a value may be off, as a share of z or of 1. Constants in float or with six digits make less,
    /// another function makes more: GELU and its approximation are 0.0005 apart.
    private static final double TOLERANCE = 1e-5;

    /// The longest known composition has nine.
    private static final int MOST_NODES = 32;

    private final String start;
    private final Map<String, double[]> values = new HashMap<>(); // of each name, for the samples
    private String end;
    private boolean wasWhole; // before the last node

    /// @param start the name of z
    ComposedActivation(String start) {
        this.start = start;
        this.end = start;
        values.put(start, SAMPLES);
    }

    /// The name of the last value.
    String end() {
        return end;
    }

    /// Whether nothing but the last value is used any more.
    ///
    /// @param usesLeft of each name, by the nodes to come
    boolean isWhole(Map<String, Integer> usesLeft) {
        return !end.equals(start)
                && values.keySet().stream().allMatch(name -> name.equals(end) || usesLeft.getOrDefault(name, 0) == 0);
    }

    /// Takes the next node.
    ///
    /// @param usesLeft as for [#isWhole]
    /// @throws OnnxException if no activation can come of it
    void take(ImportedNode node, Map<String, Integer> usesLeft) {
        wasWhole = isWhole(usesLeft);
        if (values.size() > MOST_NODES || node.node().outputs().isEmpty()) {
            throw refuse(node);
        }
        double[] result = switch (node.operator()) {
            case "Identity", "Cast" -> operand(node, 0);
            case "Neg" -> each(node, z -> -z);
            case "Erf" -> each(node, ComposedActivation::erf);
            case "Sigmoid" -> each(node, z -> 1 / (1 + StrictMath.exp(-z)));
            case "Tanh" -> each(node, StrictMath::tanh);
            case "Softplus" -> each(node, z -> StrictMath.log1p(StrictMath.exp(z)));
            case "Add" -> both(node, Double::sum);
            case "Sub" -> both(node, (left, right) -> left - right);
            case "Mul" -> both(node, (left, right) -> left * right);
            case "Div" -> both(node, (left, right) -> left / right);
            case "Pow" -> both(node, StrictMath::pow);
            default -> throw refuse(node);
        };
        end = node.output();
        values.put(end, result);
    }

    /// What the nodes are together, if that is known.
    Optional<Activation> activation() {
        double[] composed = values.getOrDefault(end, SAMPLES);
        return KNOWN.stream().filter(known -> isLike(known, composed)).findFirst();
    }

    /// That the nodes so far are nothing known.
    OnnxException unknown() {
        return new OnnxException(
                "cannot be read as a plain network: its nodes from \"%s\" to \"%s\" are no activation that Slope has"
                        .formatted(start, end));
    }

    private static boolean isLike(Activation known, double[] composed) {
        Architecture layer = Architecture.inputs(1).dense(1, known);
        Network network = Network.of(layer, Parameters.of(layer.parameterLayout(), new float[] {1, 0}));
        float[] inputs = new float[SAMPLES.length];
        for (int index = 0; index < inputs.length; index++) {
            inputs[index] = (float) SAMPLES[index];
        }
        float[] outputs = network.predict(inputs);
        return IntStream.range(0, inputs.length)
                .allMatch(index ->
                        Math.abs(composed[index] - outputs[index]) <= TOLERANCE * Math.max(1, Math.abs(inputs[index])));
    }

    /// erf z = 2·Φ(√2·z) − 1.
    private static double erf(double z) {
        return 2 * DoubleNormalDistribution.cumulative(z * Math.sqrt(2)) - 1;
    }

    private double[] each(ImportedNode node, DoubleUnaryOperator function) {
        double[] results = operand(node, 0).clone();
        for (int index = 0; index < results.length; index++) {
            results[index] = function.applyAsDouble(results[index]);
        }
        return results;
    }

    private double[] both(ImportedNode node, DoubleBinaryOperator function) {
        double[] left = operand(node, 0);
        double[] right = operand(node, 1);
        double[] results = new double[SAMPLES.length];
        for (int index = 0; index < results.length; index++) {
            results[index] = function.applyAsDouble(left[index], right[index]);
        }
        return results;
    }

    /// An earlier value, or a constant that is a single number.
    private double[] operand(ImportedNode node, int index) {
        double[] earlier = values.get(node.input(index));
        if (earlier != null) {
            return earlier;
        }
        return same(node.constants().number(node.input(index)).orElseThrow(() -> refuse(node)));
    }

    private static double[] same(double value) {
        double[] same = new double[SAMPLES.length];
        Arrays.fill(same, value);
        return same;
    }

    private OnnxException refuse(ImportedNode node) {
        if (wasWhole) {
            return unknown();
        }
        return node.refuse(
                ("is no step of an activation that Slope has; for anything else a chain of layers may not part,"
                                + " as it does behind \"%s\"")
                        .formatted(start));
    }
}
