package slope.onnx.imported;

import java.util.List;
import java.util.stream.IntStream;
import slope.onnx.format.Limits;

/// Computes nodes that put shapes together, as PyTorch has them in front of a `Reshape`: the number of rows is taken
/// out of a shape and joined with −1. Shapes are whole numbers one behind the other, whatever their own shape is.
final class ShapeNodes {
    private ShapeNodes() {}

    /// What a node makes of whole numbers.
    ///
    /// @param values the node's first input
    static List<Long> compute(ImportedNode node, List<Long> values) {
        return switch (node.operator()) {
            case "Identity", "Cast", "Squeeze", "Unsqueeze", "Reshape" -> values;
            case "Concat" ->
                IntStream.range(0, node.node().inputs().size())
                        .boxed()
                        .flatMap(index -> node.wholes(index).stream())
                        .limit(Limits.DIMENSIONS + 1) // too many for a shape, and not millions
                        .toList();
            case "Gather" ->
                node.wholes(1).stream().map(index -> at(node, values, index)).toList();
            case "Slice" -> sliced(node, values);
            default -> throw node.refuse("makes a constant in a way that is not supported");
        };
    }

    /// From a place to below another, both counted from the back where they are below 0.
    static List<Long> part(List<Long> values, long start, long end) {
        int from = place(start, values.size());
        return values.subList(from, Math.max(from, place(end, values.size())));
    }

    private static int place(long index, int size) {
        return Math.clamp(index < 0 ? index + size : index, 0, size);
    }

    private static List<Long> sliced(ImportedNode node, List<Long> values) {
        List<Long> starts = node.wholes("starts").orElseGet(() -> node.wholes(1));
        List<Long> ends = node.wholes("ends").orElseGet(() -> node.wholes(2));
        boolean isPlain = node.input(4).isEmpty() || node.wholes(4).equals(List.of(1L));
        if (starts.size() != 1 || ends.size() != 1 || !isPlain) {
            throw node.refuse("takes something else than a part of a shape");
        }
        return part(values, starts.getFirst(), ends.getFirst());
    }

    private static Long at(ImportedNode node, List<Long> values, long index) {
        long place = index < 0 ? index + values.size() : index;
        if (place < 0 || place >= values.size()) {
            throw node.refuse("takes number %s of %s".formatted(index, values.size()));
        }
        return values.get((int) place);
    }
}
