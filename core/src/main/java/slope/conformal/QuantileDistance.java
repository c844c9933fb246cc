package slope.conformal;

import slope.target.Interval;

/// max(q_lower − y, y − q_upper), the distance from the interval between the outermost predicted quantiles,
/// negative within it: conformalized quantile regression (Romano, Patterson and Candès 2019, arXiv 1905.03222,
/// equation 6).
///
/// Written as |y − middle| − half, so that an interval that would end before it begins is its middle.
///
/// @param levels how many quantiles each row has, at least 2
public record QuantileDistance(int levels) implements IntervalScore {
    public QuantileDistance {
        if (levels < 2) {
            throw new IllegalArgumentException("an interval needs a lower and an upper quantile");
        }
    }

    @Override
    public String title() {
        return "distance from the outer quantiles";
    }

    private double middle(double[] decoded, int at) {
        return (decoded[at] + decoded[at + levels - 1]) / 2;
    }

    private double half(double[] decoded, int at) {
        return (decoded[at + levels - 1] - decoded[at]) / 2;
    }

    @Override
    public double of(double[] decoded, int at, double actual) {
        return Math.abs(actual - middle(decoded, at)) - half(decoded, at);
    }

    @Override
    public Interval interval(double[] decoded, int at, double quantile) {
        double half = Math.max(0, half(decoded, at) + quantile);
        return new Interval(middle(decoded, at) - half, middle(decoded, at) + half);
    }
}
