package slope.reference;

import java.util.Arrays;
import java.util.List;
import slope.loss.Loss;

/// One row's share of a loss, with its weight and its offsets.
///
/// Training divides a batch's sum of these parts by the sum of its weights, which no row knows.
///
/// @param loss the loss
/// @param weight how many rows the row counts for, not below 0
/// @param offsets what is added to its outputs first, one for all of them or one for each, such as the
///     logarithm of an exposure; none where all are 0
public record RowLoss(Loss loss, double weight, List<Double> offsets) {
    public RowLoss {
        offsets = List.copyOf(offsets);
        if (!(weight >= 0) || !Double.isFinite(weight) || !offsets.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "a row's weight is from 0 on and its offsets finite, not %s and %s".formatted(weight, offsets));
        }
    }

    /// The loss; for several ensemble members, whose outputs are rows here, the mean.
    public double value(Matrix outputs, Matrix targets) {
        return weight * LossFormulas.value(loss, moved(outputs), targets);
    }

    /// dLoss/dOutput for each output.
    public Matrix gradient(Matrix outputs, Matrix targets) {
        return LossFormulas.gradient(loss, moved(outputs), targets).scaled(weight);
    }

    private Matrix moved(Matrix outputs) {
        if (offsets.isEmpty()) {
            return outputs;
        }
        double[][] ofRows = new double[outputs.rows()][];
        Arrays.fill(ofRows, offsets.stream().mapToDouble(Double::doubleValue).toArray());
        return moved(outputs, Matrix.of(ofRows));
    }

    /// The outputs plus the offsets.
    ///
    /// @param offsets rows × 1, or rows × outputs
    static Matrix moved(Matrix outputs, Matrix offsets) {
        double[][] moved = outputs.toRows();
        for (int row = 0; row < moved.length; row++) {
            for (int output = 0; output < moved[row].length; output++) {
                moved[row][output] += offsets.at(row, offsets.columns() == 1 ? 0 : output);
            }
        }
        return Matrix.of(moved);
    }
}
