package slope.conformal;

import slope.target.Interval;

/// |y − ŷ|: intervals of the same width for all rows (Lei et al. 2018, "Distribution-free predictive inference
/// for regression", section 2.2).
public record AbsoluteResidual() implements IntervalScore {
    @Override
    public String title() {
        return "absolute residual";
    }

    @Override
    public double of(double[] decoded, int at, double actual) {
        return Math.abs(actual - decoded[at]);
    }

    @Override
    public Interval interval(double[] decoded, int at, double quantile) {
        return new Interval(decoded[at] - quantile, decoded[at] + quantile);
    }
}
