package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import slope.layer.Activation;
import slope.onnx.format.Attribute;

/// Activations as operators of ONNX. GELU and Mish became operators only in later versions than most
/// runtimes in service have, and SiLU never did; they are composed.
final class ActivationNodes {
    private ActivationNodes() {}

    static String add(Activation activation, String value, GraphBuilder graph) {
        return switch (activation) {
            case Activation.Identity ignored -> value;
            case Activation.Sigmoid ignored -> graph.node("Sigmoid", value);
            case Activation.Relu ignored -> graph.node("Relu", value);
            case Activation.Tanh ignored -> graph.node("Tanh", value);
            case Activation.Softmax ignored ->
                graph.node("Softmax", List.of(value), Map.of("axis", new Attribute.Whole(1)));
            case Activation.LeakyRelu(double slope) ->
                graph.node("LeakyRelu", List.of(value), Map.of("alpha", new Attribute.Decimal((float) slope)));
            case Activation.Elu(double alpha) ->
                graph.node("Elu", List.of(value), Map.of("alpha", new Attribute.Decimal((float) alpha)));
            case Activation.Selu ignored ->
                graph.node(
                        "Selu",
                        List.of(value),
                        Map.of(
                                "alpha", new Attribute.Decimal((float) Activation.Selu.ALPHA),
                                "gamma", new Attribute.Decimal((float) Activation.Selu.LAMBDA)));
            case Activation.Gelu ignored -> gelu(value, graph);
            case Activation.GeluTanh ignored -> geluTanh(value, graph);
            case Activation.Silu ignored -> graph.node("Mul", value, graph.node("Sigmoid", value));
            case Activation.Mish ignored -> graph.node("Mul", value, graph.node("Tanh", graph.node("Softplus", value)));
        };
    }

    /// z · Φ(z) = z · ½ · (1 + erf(z / √2)).
    private static String gelu(String value, GraphBuilder graph) {
        String error = graph.node(
                "Erf", graph.node("Mul", value, graph.scalar("square root of a half", (float) Math.sqrt(0.5))));
        String doubled = graph.node("Add", error, graph.scalar("one", 1f));
        return graph.node("Mul", graph.node("Mul", value, graph.scalar("half", 0.5f)), doubled);
    }

    /// z · sigmoid(z · (linear + cubic · z²)), see [Activation.GeluTanh].
    private static String geluTanh(String value, GraphBuilder graph) {
        String cubic = graph.node(
                "Mul", graph.node("Mul", value, value), graph.scalar("cubic share", (float) Activation.GeluTanh.CUBIC));
        String steepness = graph.node("Add", cubic, graph.scalar("linear share", (float) Activation.GeluTanh.LINEAR));
        return graph.node("Mul", value, graph.node("Sigmoid", graph.node("Mul", value, steepness)));
    }
}
