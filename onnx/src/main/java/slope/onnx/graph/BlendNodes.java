package slope.onnx.graph;

import slope.network.Layer;

/// A blended activation: z + α · (f(z) − z).
final class BlendNodes {
    private BlendNodes() {}

    static String add(Layer.Blend layer, int index, String value, LayerNodes layers) {
        GraphBuilder graph = layers.graph();
        String activated = ActivationNodes.add(layer.activation(), value, graph);
        String moved = graph.node("Mul", graph.node("Sub", activated, value), layers.onlyParameters(index));
        return graph.node("Add", value, moved);
    }
}
