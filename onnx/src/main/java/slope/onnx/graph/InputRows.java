package slope.onnx.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import slope.onnx.format.Attribute;

/// Puts encoded columns side by side in the order that the network wants them.
///
/// Columns of a kind are encoded together, so what they become comes out in another order than the
/// columns'.
final class InputRows {
    private final List<String> parts = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /// Adds encoded columns.
    ///
    /// @param part rows × places
    /// @param places which input of the network each of its columns is
    void add(String part, List<Integer> places) {
        if (!places.isEmpty()) {
            parts.add(part);
            this.places.addAll(places);
        }
    }

    /// Adds an encoded column that becomes inputs next to each other.
    void add(String part, int place, int width) {
        List<Integer> next = new ArrayList<>();
        for (int index = 0; index < width; index++) {
            next.add(place + index);
        }
        add(part, next);
    }

    /// All parts in order: rows × inputs.
    String build(GraphBuilder graph) {
        String side = graph.sideBySide(parts);
        long[] sources = new long[places.size()];
        for (int index = 0; index < sources.length; index++) {
            sources[places.get(index)] = index;
        }
        long[] inOrder = new long[sources.length];
        Arrays.setAll(inOrder, index -> index);
        return Arrays.equals(sources, inOrder)
                ? side
                : graph.node(
                        "Gather",
                        List.of(side, graph.wholes("order of inputs", sources)),
                        Map.of("axis", new Attribute.Whole(1)));
    }
}
