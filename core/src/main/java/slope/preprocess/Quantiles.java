package slope.preprocess;

/// Quantiles of numbers in ascending order.
final class Quantiles {
    private Quantiles() {}

    /// The quantile at a share: at position share · (n − 1), interpolated linearly between the two
    /// nearest numbers, as in NumPy. 0 if there are no numbers.
    ///
    /// @param share from 0 to 1
    static double of(double[] ascending, double share) {
        if (ascending.length == 0) {
            return 0;
        }
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        double part = place - below;
        // Not low + part · (high − low): the difference of two large numbers may overflow.
        return part == 0 ? ascending[below] : ascending[below] * (1 - part) + ascending[above] * part;
    }
}
