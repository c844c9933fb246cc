package slope.internal.function;

/// A polynomial in double precision.
final class Polynomial {
    private Polynomial() {}

    /// c₀ + c₁·x + c₂·x² + …, from the highest power down (Horner's scheme), each step rounded once.
    ///
    /// @param coefficients the lowest power first, at least one
    static double at(double x, double[] coefficients) {
        double sum = coefficients[coefficients.length - 1];
        for (int power = coefficients.length - 2; power >= 0; power--) {
            sum = Math.fma(sum, x, coefficients[power]);
        }
        return sum;
    }
}
