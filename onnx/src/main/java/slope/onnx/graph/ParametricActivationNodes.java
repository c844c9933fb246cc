package slope.onnx.graph;

import slope.layer.ParametricActivation;

/// A parametric activation: z + α · (f(z) − z).
final class ParametricActivationNodes {
    private ParametricActivationNodes() {}

    static String add(ParametricActivation layer, int index, String value, LayerNodes layers) {
        GraphBuilder graph = layers.graph();
        String activated = ActivationNodes.add(layer.activation(), value, graph);
        String moved = graph.node("Mul", graph.node("Sub", activated, value), layers.onlyParameters(index));
        return graph.node("Add", value, moved);
    }
}
