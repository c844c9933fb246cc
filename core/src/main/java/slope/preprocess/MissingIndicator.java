package slope.preprocess;

import java.util.List;
import java.util.Optional;
import slope.table.Column;
import slope.table.ColumnKind;

/// Encodes whether a cell is missing, as one input; for columns with missing cells in the training
/// rows.
///
/// @param column the column's name
/// @param whenMissing the input for a missing cell
/// @param whenPresent the input for a value
public record MissingIndicator(String column, float whenMissing, float whenPresent) implements ColumnEncoder {

    /// 1 where the value is missing, 0 where it is present.
    public static MissingIndicator of(Column training) {
        return new MissingIndicator(training.name(), 1, 0);
    }

    /// Missing and present as two categories, 1 and −1, scaled by their frequency in the training
    /// rows.
    public static MissingIndicator scaledRobustly(Column training) {
        int missing = training.missingCount();
        Scaler scaling = Scaler.Robust.ofCounts(training.rows() - missing, 0, missing);
        return new MissingIndicator(training.name(), scaling.apply(1), scaling.apply(-1));
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.empty();
    }

    @Override
    public List<String> inputNames() {
        return List.of(column + " is missing");
    }

    @Override
    public InputKind inputKind() {
        return InputKind.PASS_THROUGH;
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        int index = offset;
        int rows = cells.rows();
        for (int row = 0; row < rows; row++) {
            inputs[index] = cells.isMissing(row) ? whenMissing : whenPresent;
            index += stride;
        }
    }
}
