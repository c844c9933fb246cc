package slope.onnx.format;

import java.util.List;

/// Operations one after another: each uses inputs, initializers and what earlier ones made.
///
/// @param name for people
/// @param nodes in an order in which they can be computed
/// @param initializers constants, among them the parameters
/// @param inputs what a caller gives; older files list initializers here too
/// @param outputs what a caller gets
public record Graph(String name, List<Node> nodes, List<Tensor> initializers, List<Value> inputs, List<Value> outputs) {

    public Graph {
        nodes = List.copyOf(nodes);
        initializers = List.copyOf(initializers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
