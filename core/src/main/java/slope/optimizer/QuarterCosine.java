package slope.optimizer;

/// The first quarter of a cosine's wave, for schedules.
final class QuarterCosine {
    private QuarterCosine() {}

    /// cos x for x from 0 to ½π, to about 1e-16: 1 − x²/2! + x⁴/4! − … up to x²⁴. `StrictMath.cos`
    /// allocates an array, which a step may not; `Math.cos` has other bits on other machines.
    static double cosine(double angle) {
        double term = 1;
        double sum = 1;
        for (int power = 2; power <= 24; power += 2) {
            term *= -angle * angle / (power * (power - 1));
            sum += term;
        }
        return sum;
    }
}
