package slope.preprocess;

import java.util.List;
import java.util.Optional;
import slope.internal.table.KindMismatch;
import slope.table.BooleanColumn;
import slope.table.Column;
import slope.table.ColumnKind;

/// Encodes true, false and missing as one input with three values.
///
/// @param column the column's name
/// @param whenTrue the input where the cell is true, 1 before it is scaled
/// @param whenFalse the input where it is false, −1 before it is scaled
/// @param whenMissing the input where it is neither, 0 before it is scaled
public record BooleanEncoder(String column, float whenTrue, float whenFalse, float whenMissing)
        implements ColumnEncoder {

    /// 1, −1 and 0.
    public static BooleanEncoder of(BooleanColumn training) {
        return new BooleanEncoder(training.name(), 1, -1, 0);
    }

    /// 1, −1 and 0, scaled by their frequency in the training rows.
    public static BooleanEncoder scaledRobustly(BooleanColumn training) {
        int trues = 0;
        for (int row = 0; row < training.rows(); row++) {
            trues += training.isTrue(row) ? 1 : 0;
        }
        int missing = training.missingCount();
        Scaler scaling = Scaler.Robust.ofCounts(training.rows() - missing - trues, missing, trues);
        return new BooleanEncoder(training.name(), scaling.apply(1), scaling.apply(-1), scaling.apply(0));
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.of(ColumnKind.BOOLEAN);
    }

    @Override
    public List<String> inputNames() {
        return List.of(column);
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
            inputs[index] = cells.isMissing(row) ? whenMissing : isTrue(cells, row) ? whenTrue : whenFalse;
            index += stride;
        }
    }

    private static boolean isTrue(Column cells, int row) {
        if (cells instanceof BooleanColumn booleans) {
            return booleans.isTrue(row);
        }
        throw KindMismatch.at(cells, row, ColumnKind.BOOLEAN);
    }
}
