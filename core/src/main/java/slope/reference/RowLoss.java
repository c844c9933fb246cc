package slope.reference;

import slope.loss.Loss;

/// One row's share of a loss, with its weight and its offset.
///
/// Training divides a batch's sum of these parts by the sum of its weights, which no row knows.
///
/// @param loss the loss
/// @param weight how many rows the row counts for, not below 0
/// @param offset what is added to its outputs first: the logarithm of an exposure, else 0
public record RowLoss(Loss loss, double weight, double offset) {
    public RowLoss {
        if (!(weight >= 0) || !Double.isFinite(weight) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    "a row's weight is from 0 on and its offset finite, not %s and %s".formatted(weight, offset));
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
        return offset == 0 ? outputs : outputs.map(output -> output + offset);
    }
}
