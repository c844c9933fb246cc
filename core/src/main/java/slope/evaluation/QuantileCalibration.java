package slope.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// The calibration of a quantile: the share of rows up to it is its level, if it is calibrated.
///
/// @param level of the quantile
/// @param observed the share of rows up to it, by weight
public record QuantileCalibration(double level, double observed) {
    /// One for each quantile; none for other predictions.
    static List<QuantileCalibration> of(ScoredRows rows) {
        return rows.form() != Form.QUANTILES
                ? List.of()
                : IntStream.range(0, rows.width())
                        .mapToObj(index -> of(rows, index))
                        .toList();
    }

    private static QuantileCalibration of(ScoredRows rows, int index) {
        double upToIt = 0;
        for (int row = 0; row < rows.rows(); row++) {
            upToIt += rows.actual(row) <= rows.predicted(row, index) ? rows.weight(row) : 0;
        }
        return new QuantileCalibration(rows.level(index), upToIt / rows.weight());
    }
}
