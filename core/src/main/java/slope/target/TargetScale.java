package slope.target;

import slope.internal.function.MeanAndStandardDeviation;
import slope.internal.table.TargetRows;
import slope.preprocess.Scaler;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

/// The scale of a numeric target: its mean and standard deviation, and the range of predictions.
///
/// @param column the column's name
/// @param mean of the training rows
/// @param standardDeviation the standard deviation of the training rows (population), above 0
/// @param minimum the minimum prediction: the smallest number of the training rows, or −∞
/// @param maximum the maximum prediction: the largest number of the training rows, or ∞
public record TargetScale(String column, double mean, double standardDeviation, double minimum, double maximum) {

    /// Whether predictions stay within the range of the training rows.
    public enum Range {
        OF_TRAINING,
        UNBOUNDED
    }

    public TargetScale {
        if (!Double.isFinite(mean) || !(standardDeviation > 0) || Double.isInfinite(standardDeviation)) {
            throw new IllegalArgumentException(
                    "a target needs a finite mean and a finite standard deviation above 0, not %s and %s"
                            .formatted(mean, standardDeviation));
        }
    }

    /// Fits the scale of a column to the training rows.
    ///
    /// @throws DataException if it holds no numbers, or one only
    public static TargetScale fit(Column training, Range range) {
        double[] values = TargetRows.numbers(training);
        MeanAndStandardDeviation scale = MeanAndStandardDeviation.of(values);
        if (scale.standardDeviation() == 0) {
            throw new DataException("column \"%s\" has one value only, \"%s\"; a target needs at least two values"
                    .formatted(training.name(), NumberColumn.text(values[0])));
        }
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
        }
        boolean bounded = range == Range.OF_TRAINING;
        return new TargetScale(
                training.name(),
                scale.mean(),
                scale.standardDeviation(),
                bounded ? minimum : Double.NEGATIVE_INFINITY,
                bounded ? maximum : Double.POSITIVE_INFINITY);
    }

    /// The same column's scale, fitted to other training rows.
    TargetScale fittedTo(Table training) {
        return fit(training.column(column), minimum == Double.NEGATIVE_INFINITY ? Range.UNBOUNDED : Range.OF_TRAINING);
    }

    /// The same scale without a range of predictions.
    public TargetScale unbounded() {
        return new TargetScale(column, mean, standardDeviation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// The same scale of a column with another name.
    public TargetScale renamed(String other) {
        return new TargetScale(other, mean, standardDeviation, minimum, maximum);
    }

    /// A number in standard deviations from the mean, at most [Scaler.Standard#FURTHEST] away from
    /// 0.
    float encode(double value) {
        double distance = (value - mean) / standardDeviation;
        return (float) Math.clamp(distance, -Scaler.Standard.FURTHEST, Scaler.Standard.FURTHEST);
    }

    /// The number that an output stands for, in the target's unit.
    public double decode(double output) {
        return Math.clamp(mean + standardDeviation * output, minimum, maximum);
    }
}
