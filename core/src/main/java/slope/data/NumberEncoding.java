package slope.data;

import java.util.Arrays;
import java.util.List;

/// A number becomes one input, its distance from the training rows' mean in their deviations; and a
/// second one, 1 where it is missing and 0 elsewhere, if the training rows had missing cells. A missing
/// number counts as the median.
///
/// @param column the column's name
/// @param median of the training rows' numbers: what a missing one is taken to be
/// @param mean of the training rows after filling
/// @param deviation of the training rows after filling (population), 0 if they were all equal: the
///     input is then 0
/// @param missingFlag whether there is the second input
public record NumberEncoding(String column, double median, double mean, double deviation, MissingFlag missingFlag)
        implements ColumnEncoding {

    /// How many deviations from the mean count as furthest. A number of n rows is at most √(n − 1)
    /// deviations from their mean, so no training cell of fewer than 100 million rows is touched; without a
    /// limit a slip of the keyboard (1e300) would make the input, and with it every output, infinite.
    public static final double FURTHEST = 10_000;

    /// Whether a second input says that the number is missing.
    public enum MissingFlag {
        PRESENT,
        ABSENT
    }

    public NumberEncoding {
        if (!Double.isFinite(median) || !Double.isFinite(mean) || !(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "column \"%s\" cannot be scaled by median %s, mean %s and deviation %s; all must be finite"
                            .formatted(column, median, mean, deviation));
        }
    }

    static NumberEncoding fit(NumberColumn training) {
        double median = median(training);
        double[] filled = new double[training.rows()];
        for (int row = 0; row < filled.length; row++) {
            filled[row] = training.isMissing(row) ? median : training.value(row);
        }
        MeanAndDeviation scale = MeanAndDeviation.of(filled);
        return new NumberEncoding(
                training.name(),
                median,
                scale.mean(),
                scale.deviation(),
                training.missingCount() > 0 ? MissingFlag.PRESENT : MissingFlag.ABSENT);
    }

    @Override
    public List<String> inputNames() {
        return missingFlag == MissingFlag.PRESENT ? List.of(column, column + " is missing") : List.of(column);
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        for (int row = 0; row < cells.rows(); row++) {
            int index = offset + row * stride;
            boolean missing = cells.isMissing(row);
            inputs[index] = scale(missing ? median : number(cells, row));
            if (missingFlag == MissingFlag.PRESENT) {
                inputs[index + 1] = missing ? 1 : 0;
            }
        }
    }

    private float scale(double value) {
        return deviation == 0 ? 0 : (float) Math.clamp((value - mean) / deviation, -FURTHEST, FURTHEST);
    }

    private static double number(Column cells, int row) {
        if (cells instanceof NumberColumn numbers) {
            return numbers.value(row);
        }
        throw KindMismatch.at(cells, row, ColumnKind.NUMBER);
    }

    /// The middle number, or the mean of the two in the middle; 0 if all are missing.
    private static double median(NumberColumn training) {
        double[] present = new double[training.rows() - training.missingCount()];
        int size = 0;
        for (int row = 0; row < training.rows(); row++) {
            if (!training.isMissing(row)) {
                present[size++] = training.value(row);
            }
        }
        if (size == 0) {
            return 0;
        }
        Arrays.sort(present);
        // Halved before they are added: the sum of two large numbers may overflow.
        return present[(size - 1) / 2] / 2 + present[size / 2] / 2;
    }
}
