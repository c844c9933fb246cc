package slope.table;

import java.util.List;

/// The names and kinds of a table's columns, in order.
public record Schema(List<Field> fields) {

    /// A column's name and kind.
    public record Field(String name, ColumnKind kind) {}

    public Schema {
        fields = List.copyOf(fields);
    }
}
