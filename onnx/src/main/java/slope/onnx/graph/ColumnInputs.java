package slope.onnx.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import slope.model.Model;
import slope.onnx.format.ElementType;
import slope.table.ColumnKind;

/// The columns that callers give, each declared once however many encodings and networks use it.
///
/// Numbers are floats, NaN where missing. Truths are floats: 1, 0, NaN. Words are strings, empty where
/// missing. Dates are whole seconds since the beginning of 1970 in UTC, [#MISSING_DATE] where missing:
/// as floats they would be minutes off.
final class ColumnInputs {
    /// The smallest long, which is no moment anybody has dates of.
    static final long MISSING_DATE = Long.MIN_VALUE;

    private final Map<String, ColumnKind> kinds;
    private final Map<String, String> names = new LinkedHashMap<>();

    private ColumnInputs(Map<String, ColumnKind> kinds) {
        this.kinds = kinds;
    }

    /// Declares the columns of all networks.
    static ColumnInputs of(Model model, GraphBuilder graph) {
        ColumnInputs inputs = new ColumnInputs(model.columns());
        inputs.kinds.forEach((column, kind) -> inputs.names.put(column, graph.input(column, typeOf(kind))));
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

    /// What callers give for a column.
    ElementType type(String column) {
        return typeOf(kinds.getOrDefault(column, ColumnKind.NUMBER));
    }

    private static ElementType typeOf(ColumnKind kind) {
        return switch (kind) {
            case NUMBER, BOOLEAN -> ElementType.FLOAT;
            case CATEGORY -> ElementType.STRING;
            case DATE -> ElementType.INT64;
        };
    }
}
