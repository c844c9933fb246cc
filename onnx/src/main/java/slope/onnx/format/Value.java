package slope.onnx.format;

import java.util.List;

/// An input or output of a graph.
///
/// @param name by which callers know it
/// @param type of its elements
/// @param shape its dimensions, [#ANY] where callers choose, such as the number of rows
public record Value(String name, ElementType type, List<Long> shape) {
    /// A dimension that is not fixed.
    public static final long ANY = -1;

    public Value {
        shape = List.copyOf(shape);
    }
}
