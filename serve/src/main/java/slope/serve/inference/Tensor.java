package slope.serve.inference;

import java.util.List;
import slope.table.Column;

/// Numbers or texts of a shape.
///
/// @param values row after row, as many as the shape has places
public record Tensor(String name, List<Integer> shape, Column values) {
    public Tensor {
        shape = List.copyOf(shape);
    }

    /// One value for each row.
    static Tensor of(Column column) {
        return new Tensor(column.name(), List.of(column.rows()), column);
    }
}
