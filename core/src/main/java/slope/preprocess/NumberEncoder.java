package slope.preprocess;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slope.internal.table.KindMismatch;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.NumberColumn;

/// Encodes a number as one input, on the scale of the training rows. A missing number becomes the
/// imputation value; if training rows had missing cells, a [MissingIndicator] marks them.
///
/// @param column the column's name
/// @param imputed the imputation value, such as the median of the training rows
/// @param scaling fitted to the training rows after imputation
public record NumberEncoder(String column, double imputed, Scaler scaling) implements ColumnEncoder {

    public NumberEncoder {
        if (!Double.isFinite(imputed)) {
            throw new IllegalArgumentException(
                    "the imputation value of column \"%s\" is %s; it must be finite".formatted(column, imputed));
        }
    }

    /// Fitted to the training rows of a column.
    static NumberEncoder fit(NumberColumn training, Imputation imputation, Function<double[], Scaler> scaling) {
        double[] values = new double[training.rows()];
        Arrays.setAll(values, training::value);
        double imputed = imputation.fill(values);
        return new NumberEncoder(training.name(), imputed, scaling.apply(values));
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.of(ColumnKind.NUMBER);
    }

    @Override
    public List<String> inputNames() {
        return List.of(scaling instanceof Scaler.SignedLogarithm ? column + " logarithm" : column);
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
                missing = Float.isNaN(missing) ? scaling.apply(imputed) : missing;
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
