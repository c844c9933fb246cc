package slope.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.layer.Dense;

/// A dense layer: `Gemm` on the weights as Slope keeps them, inputs × outputs, then its activation.
final class DenseNodes {
    private DenseNodes() {}

    static String add(Dense layer, int index, String value, LayerNodes layers) {
        List<String> operands = new ArrayList<>();
        operands.add(value);
        operands.add(layers.parameters(layers.layout().weights(index)));
        layers.layout().bias(index).ifPresent(bias -> operands.add(layers.parameters(bias)));
        GraphBuilder graph = layers.graph();
        return ActivationNodes.add(layer.activation(), graph.node("Gemm", operands, Map.of()), graph);
    }
}
