package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import slope.conformal.RowHash;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.table.Level;
import slope.target.Target;

/// The scores of adaptive sets, in double as [slope.conformal.AdaptiveSet] makes them, with the hash of each row's
/// cells.
final class AdaptiveNodes {
    private final ColumnInputs columns;
    private final GraphBuilder graph;

    AdaptiveNodes(ColumnInputs columns, GraphBuilder graph) {
        this.columns = columns;
        this.graph = graph;
    }

    /// rows × classes: sorted, added up, and put back where they came from.
    ///
    /// @param probabilities rows × classes
    String scores(String probabilities, Target target, RowHash hash) {
        GraphBuilder.Sorted sorted = graph.largest(probabilities, target.width());
        String likelier = graph.node(
                "CumSum",
                List.of(sorted.values(), graph.whole("axis of classes", 1)),
                Map.of("exclusive", new Attribute.Whole(1)));
        String scores = graph.node("Add", likelier, graph.node("Mul", hashed(hash), sorted.values()));
        return graph.node(
                "ScatterElements",
                List.of(sorted.values(), sorted.indices(), scores),
                Map.of("axis", new Attribute.Whole(1)));
    }

    /// u of each row: rows × 1, or without dimensions where no cell counts.
    private String hashed(RowHash hash) {
        List<String> fractions = hash.parts().stream().map(this::fraction).toList();
        if (fractions.isEmpty()) {
            return graph.scalar("middle", hash.middle());
        }
        String sum = fractions.getFirst();
        for (String fraction : fractions.subList(1, fractions.size())) {
            sum = graph.node("Add", sum, fraction);
        }
        return fractional(sum);
    }

    /// frac(m · x), 0 where it is not a number.
    private String fraction(RowHash.Part part) {
        String input = columns.name(part.column());
        String numbers = part.encoder()
                .map(words -> graph.cast(numbered(input, words.levels()), ElementType.DOUBLE))
                .orElse(input);
        String fraction = fractional(graph.node("Mul", numbers, graph.scalar("multiplier", part.multiplier())));
        return graph.node("Where", graph.node("IsNaN", fraction), graph.scalar("zero", 0.0), fraction);
    }

    /// Levels from 1 on, 0 for other words.
    private String numbered(String words, List<Level> levels) {
        return graph.node("Add", LabelNodes.numberOf(words, levels, -1, graph), graph.whole("first code", 1));
    }

    private String fractional(String number) {
        return graph.node("Sub", number, graph.node("Floor", number));
    }
}
