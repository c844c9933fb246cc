package slope.preprocess;

import java.util.List;
import java.util.Optional;
import slope.table.Column;
import slope.table.ColumnKind;

/// Encodes a column, or one aspect of it, as inputs of one kind. It is fitted to the training rows.
/// A column may have several encoders: a number and whether it is missing.
public sealed interface ColumnEncoder
        permits NumberEncoder, DateEncoder, MissingIndicator, BooleanEncoder, OneHotEncoder, CodeEncoder {

    /// The column's name.
    String column();

    /// The kind of values that cells need, empty where any will do.
    Optional<ColumnKind> reads();

    /// A name for each input, in order.
    List<String> inputNames();

    /// The kind of its inputs.
    InputKind inputKind();

    /// Writes the column's inputs for every row: those of row r start at inputs[offset + r ·
    /// stride]. There is no other way to encode a cell: a single row is a table of one.
    ///
    /// @param cells the column of this name; of the kind that training had, or without values, or
    ///     of any kind if that was text
    /// @param inputs rows × stride, row-major
    /// @throws slope.table.DataException if a cell has another kind of value than training had
    void encode(Column cells, float[] inputs, int offset, int stride);

    /// The number of inputs.
    default int width() {
        return 1;
    }
}
