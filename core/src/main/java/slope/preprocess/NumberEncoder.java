package slope.preprocess;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.KindMismatch;
import slope.table.NumberColumn;

/// A number becomes one input, on the scale of the training rows. A missing one counts as a fixed
/// number; where training rows had missing cells, a [MissingIndicator] beside this one tells them apart.
///
/// @param column the column's name
/// @param filling what a missing number is taken to be, such as the median of the training rows
/// @param scaling learned from the training rows after filling
public record NumberEncoder(String column, double filling, Scaler scaling) implements ColumnEncoder {

    public NumberEncoder {
        if (!Double.isFinite(filling)) {
            throw new IllegalArgumentException(
                    "column \"%s\" cannot have %s in place of missing numbers; it must be finite"
                            .formatted(column, filling));
        }
    }

    /// Fitted to the training rows of a column.
    static NumberEncoder fit(NumberColumn training, Imputation imputation, Function<double[], Scaler> scaling) {
        double[] values = new double[training.rows()];
        Arrays.setAll(values, training::value);
        double filling = imputation.fill(values);
        return new NumberEncoder(training.name(), filling, scaling.apply(values));
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.of(ColumnKind.NUMBER);
    }

    @Override
    public List<String> inputNames() {
        return List.of(column);
    }

    @Override
    public InputKind inputKind() {
        return InputKind.NUMBER;
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        float missing = Float.NaN; // until a cell is missing
        int index = offset;
        int rows = cells.rows();
        for (int row = 0; row < rows; row++) {
            if (!cells.isMissing(row)) {
                inputs[index] = scaling.apply(number(cells, row));
            } else {
                missing = Float.isNaN(missing) ? scaling.apply(filling) : missing;
                inputs[index] = missing;
            }
            index += stride;
        }
    }

    private static double number(Column cells, int row) {
        if (cells instanceof NumberColumn numbers) {
            return numbers.value(row);
        }
        throw KindMismatch.at(cells, row, ColumnKind.NUMBER);
    }
}
