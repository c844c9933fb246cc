package slope.internal.function;

/// The quantiles of Student's t distribution with a whole number of degrees of freedom.
///
/// Abramowitz and Stegun 1964, "Handbook of Mathematical Functions", 26.7.3 and 26.7.4: with
/// θ = arctan(t/√ν), P(|T| ≤ t) is a finite sum of powers of cos θ.
public final class StudentQuantile {
    /// Halvings of the interval of θ, after which it is as narrow as the spacing of doubles.
    private static final int HALVINGS = 60;

    private StudentQuantile() {}

    /// The t for which P(|T| ≤ t) is a share.
    ///
    /// @param share above 0, below 1
    /// @param degrees of freedom, at least 1
    public static double twoSided(double share, int degrees) {
        double low = 0;
        double high = Math.PI / 2;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (within(middle, degrees) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(degrees) * StrictMath.tan((low + high) / 2);
    }

    private static double within(double angle, int degrees) {
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        boolean isOdd = degrees % 2 == 1;
        double term = isOdd ? cosine : 1;
        double sum = 0;
        for (int power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        return isOdd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
