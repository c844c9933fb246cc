package slope.data;

import java.util.List;

/// How one column becomes inputs, with everything that was learned from the training rows.
public sealed interface ColumnEncoding permits NumberEncoding, BooleanEncoding, CategoryEncoding {

    /// The column's name.
    String column();

    /// A name for each input, in order.
    List<String> inputNames();

    /// Writes the column's inputs for every row: those of row r start at inputs[offset + r · stride].
    ///
    /// @param cells the column of this name; of the kind training saw, or without a value, or any if that
    ///     was text
    /// @param inputs rows × stride, row-major
    /// @throws DataException if a cell has another kind of value than training saw
    void encode(Column cells, float[] inputs, int offset, int stride);

    /// How many inputs the column becomes.
    default int width() {
        return inputNames().size();
    }

    /// Learns the encoding of a column from the training rows.
    static ColumnEncoding fit(Column training) {
        return switch (training) {
            case NumberColumn numbers -> NumberEncoding.fit(numbers);
            case BooleanColumn booleans -> new BooleanEncoding(booleans.name());
            case CategoryColumn categories -> CategoryEncoding.fit(categories);
        };
    }
}
