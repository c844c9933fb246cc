package slope.table;

import java.util.List;
import java.util.stream.Collectors;
import slope.internal.text.Sentence;

/// The names and kinds of a table's columns, in order.
public record Schema(List<Field> fields) {

    /// A column's name and kind.
    public record Field(String name, ColumnKind kind) {}

    public Schema {
        fields = List.copyOf(fields);
    }

    /// A column in each line, as in `length: numbers`.
    @Override
    public String toString() {
        return fields.stream()
                .map(field ->
                        Sentence.visible(field.name()) + ": " + field.kind().words())
                .collect(Collectors.joining("\n"));
    }
}
