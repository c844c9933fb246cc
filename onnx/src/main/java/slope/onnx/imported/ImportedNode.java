package slope.onnx.imported;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.onnx.format.Attribute;
import slope.onnx.format.Node;
import slope.onnx.format.OnnxException;
import slope.onnx.format.Tensor;

/// A node with the constants it may use.
///
/// @param node the operation
/// @param constants by name
record ImportedNode(Node node, Constants constants) {

    String operator() {
        return node.operator();
    }

    /// The name of an input, empty if it is left out.
    String input(int index) {
        return index < node.inputs().size() ? node.inputs().get(index) : "";
    }

    /// The name of the first output, empty if there is none.
    String output() {
        return node.outputs().isEmpty() ? "" : node.outputs().getFirst();
    }

    /// A constant input.
    ///
    /// @throws OnnxException if it is none
    Tensor.Floats floats(int index) {
        return constants
                .floats(input(index))
                .orElseThrow(() -> refuse("wants constant floats as its input %s".formatted(index + 1)));
    }

    /// A constant for each of so many numbers; one alone is for all.
    float[] vector(int index, int width) {
        Tensor.Floats floats = floats(index);
        if (floats.size() == width && (width == 1 || floats.shape().getLast() == width)) {
            return floats.toArray();
        }
        if (floats.size() == 1) {
            float[] all = new float[width];
            Arrays.fill(all, floats.at(0));
            return all;
        }
        throw refuse(String.format(Locale.ROOT, "has numbers of the shape %s for rows of %,d", floats.shape(), width));
    }

    /// A constant shape, or constant axes.
    ///
    /// @throws OnnxException if it is none
    List<Long> wholes(int index) {
        return constants
                .wholes(input(index))
                .orElseThrow(() -> refuse("wants constant whole numbers as its input %s".formatted(index + 1)));
    }

    /// The dimensions it is about: an attribute, since operators 13 an input; empty if it is about all.
    List<Long> axes() {
        return wholes("axes").orElseGet(() -> input(1).isEmpty() ? List.of() : wholes(1));
    }

    Optional<List<Long>> wholes(String name) {
        return node.attribute(name).orElse(new Attribute.Other()) instanceof Attribute.Wholes(List<Long> values)
                ? Optional.of(values)
                : Optional.empty();
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
