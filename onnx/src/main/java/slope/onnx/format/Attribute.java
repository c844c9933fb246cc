package slope.onnx.format;

import java.util.List;

/// A setting of a node, known by its name in the node.
public sealed interface Attribute {

    /// A whole number, or a truth as 0 or 1.
    record Whole(long value) implements Attribute {}

    /// A floating number.
    record Decimal(float value) implements Attribute {}

    /// A word.
    record Text(String value) implements Attribute {}

    /// A constant.
    record Constant(Tensor value) implements Attribute {}

    /// Whole numbers.
    record Wholes(List<Long> values) implements Attribute {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /// Floating numbers.
    record Decimals(List<Float> values) implements Attribute {
        public Decimals {
            values = List.copyOf(values);
        }
    }

    /// Words.
    record Texts(List<String> values) implements Attribute {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /// Something that no plain network needs, such as a graph within the graph.
    record Other() implements Attribute {}
}
