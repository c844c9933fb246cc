package slope.onnx.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import slope.model.Model;
import slope.onnx.format.ElementType;
import slope.table.ColumnKind;

/// The columns that callers give, each declared once however many encodings and networks use it.
///
/// Words are strings, empty where missing. All else are doubles, NaN where missing: numbers; truths as 1 and 0; dates
/// as seconds since the beginning of 1970 in UTC. So the types follow from the kinds of columns alone, never from the
/// numbers that training saw.
final class ColumnInputs {
    private final Map<String, ColumnKind> kinds;
    private final Map<String, String> names = new LinkedHashMap<>();

    private ColumnInputs(Map<String, ColumnKind> kinds) {
        this.kinds = kinds;
    }

    /// Declares the columns of all networks.
    static ColumnInputs of(Model model, GraphBuilder graph) {
        ColumnInputs inputs = new ColumnInputs(model.columns());
        inputs.kinds.forEach((column, kind) -> inputs.names.put(
                column, graph.input(column, kind == ColumnKind.CATEGORY ? ElementType.STRING : ElementType.DOUBLE)));
        return inputs;
    }

    /// The name of a column's input: rows × 1.
    String name(String column) {
        String name = names.get(column);
        if (name == null) {
            throw new IllegalArgumentException("no column \"%s\" was declared".formatted(column));
        }
        return name;
    }

    /// Whether callers give words.
    boolean isWords(String column) {
        return kinds.get(column) == ColumnKind.CATEGORY;
    }
}
