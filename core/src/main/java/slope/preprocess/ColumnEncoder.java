package slope.preprocess;

import java.util.List;
import java.util.Optional;
import slope.table.Column;
import slope.table.ColumnKind;

/// How a column, or one aspect of it, becomes inputs of one kind, with everything that was learned
/// from the training rows. A column may have several: a number and whether it is missing.
public sealed interface ColumnEncoder
        permits NumberEncoder, DateEncoder, MissingIndicator, BooleanEncoder, OneHotEncoder, OrdinalEncoder {

    /// The column's name.
    String column();

    /// The kind of values that cells need, empty where any will do.
    Optional<ColumnKind> reads();

    /// A name for each input, in order.
    List<String> inputNames();

    /// What the inputs are to a network.
    InputKind inputKind();

    /// Writes the column's inputs for every row: those of row r start at inputs[offset + r · stride].
    /// There is no other way to encode a cell: a single row is a table of one.
    ///
    /// @param cells the column of this name; of the kind training saw, or without a value, or any if that
    ///     was text
    /// @param inputs rows × stride, row-major
    /// @throws slope.table.DataException if a cell has another kind of value than training saw
    void encode(Column cells, float[] inputs, int offset, int stride);

    /// How many inputs the column becomes.
    default int width() {
        return 1;
    }
}
