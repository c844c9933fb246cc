package slope.evaluation;

import java.util.ArrayList;
import java.util.List;
import slope.target.QuantilePredictions;

/// How many rows lie between two predicted quantiles, beside how many should.
///
/// @param lower the level of the lower quantile; 0 where there is none
/// @param upper the level of the upper quantile
/// @param inside the share of rows between the two, their ends included
/// @param rows how many rows the share is of; of rows with weights, as many as would have its sampling error
public record IntervalCoverage(double lower, double upper, double inside, double rows) {
    /// 99 of 100 samples are within so many standard errors.
    private static final double STANDARD_ERRORS = 2.576;

    /// The lowest quantile with the highest, the second with the last but one, and so on; of a single quantile,
    /// the rows that it is not below.
    ///
    /// @param actual the true number of each row
    /// @param weights how many rows each one counts for, not below 0
    public static List<IntervalCoverage> of(QuantilePredictions predictions, double[] actual, double[] weights) {
        List<IntervalCoverage> intervals = new ArrayList<>();
        int last = predictions.levels().size() - 1;
        for (int lower = 0; lower < last - lower; lower++) {
            intervals.add(between(predictions, lower, last - lower, actual, weights));
        }
        return last == 0 ? List.of(between(predictions, -1, 0, actual, weights)) : intervals;
    }

    /// @param lower number of the lower quantile; -1 for none
    private static IntervalCoverage between(
            QuantilePredictions predictions, int lower, int upper, double[] actual, double[] weights) {
        double all = 0;
        double squares = 0;
        double inside = 0;
        for (int row = 0; row < actual.length; row++) {
            boolean isAbove = lower < 0 || predictions.value(row, lower) <= actual[row];
            inside += isAbove && actual[row] <= predictions.value(row, upper) ? weights[row] : 0;
            all += weights[row];
            squares += weights[row] * weights[row];
        }
        // Effective sample size: Kish 1965, "Survey Sampling", section 8.2.
        double rows = all * all / squares;
        List<Double> levels = predictions.levels();
        return new IntervalCoverage(lower < 0 ? 0 : levels.get(lower), levels.get(upper), inside / all, rows);
    }

    /// The share of rows that should lie between the two.
    public double asked() {
        return upper - lower;
    }

    /// How far the share may be off by the choice of rows alone, in 99 of 100 samples: the score test of a
    /// proportion, with the standard error √(p(1 − p)/n) of the share that was asked for (Wilson 1927, "Probable
    /// inference, the law of succession, and statistical inference").
    public double samplingError() {
        return STANDARD_ERRORS * Math.sqrt(asked() * (1 - asked()) / rows);
    }

    /// Whether the share is off by more than the choice of rows explains.
    public boolean isOff() {
        return Math.abs(inside - asked()) > samplingError();
    }
}
