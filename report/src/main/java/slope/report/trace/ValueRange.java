package slope.report.trace;

import java.util.Arrays;
import slope.reference.Matrix;

/// The size of some numbers.
///
/// @param meanAbsolute the mean of their absolute values
/// @param zeros the share of them that is 0
public record ValueRange(double minimum, double meanAbsolute, double maximum, double zeros) {
    static ValueRange of(Matrix numbers) {
        double[] values = numbers.toArray();
        return new ValueRange(
                Arrays.stream(values).min().orElse(Double.NaN),
                Arrays.stream(values).map(Math::abs).average().orElse(Double.NaN),
                Arrays.stream(values).max().orElse(Double.NaN),
                (double) Arrays.stream(values).filter(value -> value == 0).count() / values.length);
    }
}
