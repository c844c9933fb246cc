package slope.conformal;

import slope.target.Interval;

/// A score of numbers: those that suit a prediction no worse than a quantile are an interval.
public sealed interface IntervalScore extends ConformalScore
        permits AbsoluteResidual, NormalizedResidual, AnscombeResidual, QuantileDistance {
    /// The score of an actual value.
    ///
    /// @param decoded rows × outputs, as [slope.target.Target#decode] gives them; quantiles of a row ascending
    /// @param at the index of the prediction in it
    double of(double[] decoded, int at, double actual);

    /// The values whose score is at most a quantile.
    ///
    /// @param quantile of scores; may be infinite
    Interval interval(double[] decoded, int at, double quantile);
}
