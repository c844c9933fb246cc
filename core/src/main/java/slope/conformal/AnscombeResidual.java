package slope.conformal;

import slope.target.Interval;

/// The size of Anscombe's residual of a count or amount, whose variance grows like μ^p:
/// |y^c − μ^c| / (c · μ^(p/6)) with c = 1 − p/3. The power c makes the distribution nearly normal, the divisor
/// its variance nearly constant (McCullagh and Nelder 1989, "Generalized Linear Models", section 2.4.2), so one
/// quantile suits small and large predictions. No interval goes below 0.
///
/// @param power p, from 1 (counts) to 2 (gamma)
public record AnscombeResidual(double power) implements IntervalScore {
    /// A smaller prediction counts as this one: 0 has no scale.
    public static final double SMALLEST = Double.MIN_NORMAL;

    public AnscombeResidual {
        if (!(power >= 1 && power <= 2)) {
            throw new IllegalArgumentException("the power of amounts is from 1 to 2, not " + power);
        }
    }

    @Override
    public String title() {
        return "Anscombe residual";
    }

    /// c, the power that makes the distribution nearly normal.
    public double exponent() {
        return 1 - power / 3;
    }

    @Override
    public double of(double[] decoded, int at, double actual) {
        double mean = Math.max(decoded[at], SMALLEST);
        return Math.abs(StrictMath.pow(actual, exponent()) - StrictMath.pow(mean, exponent())) / scale(mean);
    }

    private double scale(double mean) {
        return exponent() * StrictMath.pow(mean, power / 6);
    }

    @Override
    public Interval interval(double[] decoded, int at, double quantile) {
        double mean = Math.max(decoded[at], SMALLEST);
        double middle = StrictMath.pow(mean, exponent());
        double half = scale(mean) * quantile;
        double root = 1 / exponent();
        return new Interval(StrictMath.pow(Math.max(0, middle - half), root), StrictMath.pow(middle + half, root));
    }
}
