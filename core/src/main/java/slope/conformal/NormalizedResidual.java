package slope.conformal;

import slope.target.Interval;

/// |y − ŷ| / σ(ŷ): wide intervals where the model errs more (Lei et al. 2018, "Distribution-free predictive
/// inference for regression", section 5.2, where σ is a function of the inputs).
///
/// @param difficulty σ, fitted to other rows than the quantile
public record NormalizedResidual(Difficulty difficulty) implements IntervalScore {
    @Override
    public String title() {
        return "normalized residual";
    }

    @Override
    public double of(double[] decoded, int at, double actual) {
        return Math.abs(actual - decoded[at]) / difficulty.of(decoded[at]);
    }

    @Override
    public Interval interval(double[] decoded, int at, double quantile) {
        double half = difficulty.of(decoded[at]) * quantile;
        return new Interval(decoded[at] - half, decoded[at] + half);
    }
}
