package slope.evaluation;

import java.util.ArrayList;
import java.util.List;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// The share of rows between two predicted quantiles, and the share that should lie there.
///
/// @param lower the level of the lower quantile; 0 where there is none
/// @param upper the level of the upper quantile
/// @param observed the share of rows between the two, their ends included
/// @param rows the number of rows behind the share; with weights, the effective sample size
public record IntervalCoverage(double lower, double upper, double observed, double rows) {
    /// 95 of 100 samples lie within this many standard errors.
    private static final double STANDARD_ERRORS = 1.960;

    /// The lowest quantile with the highest, the second with the last but one, and so on; for a
    /// single quantile, the rows up to it. Empty for predictions that are not quantiles.
    static List<IntervalCoverage> of(ScoredRows rows) {
        if (rows.form() != Form.QUANTILES) {
            return List.of();
        }
        List<IntervalCoverage> intervals = new ArrayList<>();
        int last = rows.width() - 1;
        for (int lower = 0; lower < last - lower; lower++) {
            intervals.add(between(rows, lower, last - lower));
        }
        return last == 0 ? List.of(between(rows, -1, 0)) : intervals;
    }

    /// @param lower index of the lower quantile; -1 for none
    private static IntervalCoverage between(ScoredRows scored, int lower, int upper) {
        double all = 0;
        double squares = 0;
        double observed = 0;
        for (int row = 0; row < scored.rows(); row++) {
            double actual = scored.actual(row);
            double weight = scored.weight(row);
            boolean isAbove = lower < 0 || scored.predicted(row, lower) <= actual;
            observed += isAbove && actual <= scored.predicted(row, upper) ? weight : 0;
            all += weight;
            squares += weight * weight;
        }
        // Effective sample size: Kish 1965, "Survey Sampling", section 8.2.
        double rows = all * all / squares;
        return new IntervalCoverage(lower < 0 ? 0 : scored.level(lower), scored.level(upper), observed / all, rows);
    }

    /// The share of rows that should lie between the two.
    public double nominal() {
        return upper - lower;
    }

    /// The sampling error of the share in 95 of 100 samples: the score test of a proportion, with
    /// the standard error √(p(1 − p)/n) at the nominal share p (Wilson 1927, "Probable inference,
    /// the law of succession, and statistical inference"). By the binomial distribution 2 to 7 of 100
    /// samples of 10 to 1,000 rows lie outside of it.
    public double samplingError() {
        return STANDARD_ERRORS * Math.sqrt(nominal() * (1 - nominal()) / rows);
    }

    /// Whether the share is off by more than its sampling error.
    public boolean isMiscalibrated() {
        return Math.abs(observed - nominal()) > samplingError();
    }
}
