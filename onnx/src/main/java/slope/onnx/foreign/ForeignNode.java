package slope.onnx.foreign;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import slope.onnx.format.Attribute;
import slope.onnx.format.Node;
import slope.onnx.format.OnnxException;
import slope.onnx.format.Tensor;

/// A node with the constants it may use.
///
/// @param node the operation
/// @param constants by name
record ForeignNode(Node node, Map<String, Tensor> constants) {

    /// The name of an input, empty if it is left out.
    String input(int index) {
        return index < node.inputs().size() ? node.inputs().get(index) : "";
    }

    boolean isConstant(int index) {
        return constants.containsKey(input(index));
    }

    /// A constant input.
    ///
    /// @throws OnnxException if it is none, or no vector or matrix of numbers
    Tensor.Floats floats(int index) {
        if (constants.get(input(index)) instanceof Tensor.Floats floats
                && floats.shape().size() <= 2) {
            return floats;
        }
        throw refuse("wants a constant vector or matrix of floats as its input %d".formatted(index + 1));
    }

    /// A constant for each of so many numbers; one alone is for all.
    float[] vector(int index, int width) {
        Tensor.Floats floats = floats(index);
        if (floats.size() == width) {
            return floats.toArray();
        }
        if (floats.size() == 1) {
            float[] all = new float[width];
            Arrays.fill(all, floats.at(0));
            return all;
        }
        throw refuse("has %,d numbers for rows of %,d".formatted(floats.size(), width));
    }

    float decimal(String name, float usual) {
        Optional<Attribute> attribute = node.attribute(name);
        return attribute.isPresent() && attribute.get() instanceof Attribute.Decimal(float value) ? value : usual;
    }

    long whole(String name, long usual) {
        Optional<Attribute> attribute = node.attribute(name);
        return attribute.isPresent() && attribute.get() instanceof Attribute.Whole(long value) ? value : usual;
    }

    String text(String name, String usual) {
        Optional<Attribute> attribute = node.attribute(name);
        return attribute.isPresent() && attribute.get() instanceof Attribute.Text(String value) ? value : usual;
    }

    OnnxException refuse(String why) {
        return new OnnxException("cannot be read as a plain network: its %s %s".formatted(node.title(), why));
    }
}
