package slope.data;

import java.util.List;

/// True becomes 1, false −1, missing 0: one input that says nothing where nothing is known.
///
/// @param column the column's name
public record BooleanEncoding(String column) implements ColumnEncoding {

    @Override
    public List<String> inputNames() {
        return List.of(column);
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        for (int row = 0; row < cells.rows(); row++) {
            inputs[offset + row * stride] = cells.isMissing(row) ? 0 : isTrue(cells, row) ? 1 : -1;
        }
    }

    private static boolean isTrue(Column cells, int row) {
        if (cells instanceof BooleanColumn booleans) {
            return booleans.isTrue(row);
        }
        throw KindMismatch.at(cells, row, ColumnKind.BOOLEAN);
    }
}
