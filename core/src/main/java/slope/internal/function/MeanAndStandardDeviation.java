package slope.internal.function;

/// The mean and the standard deviation of numbers.
///
/// @param mean the sum divided by the count, 0 if there are none
/// @param standardDeviation the population standard deviation; exactly 0 if all numbers are equal
public record MeanAndStandardDeviation(double mean, double standardDeviation) {

    /// Of finite numbers of any magnitude.
    public static MeanAndStandardDeviation of(double[] values) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        // Equal numbers are a case of their own: a rounded sum would leave them a tiny standard
        // deviation, and dividing by it would make the next different number astronomically large.
        if (!(smallest < largest)) {
            return new MeanAndStandardDeviation(values.length == 0 ? 0 : largest, 0);
        }
        // In units of the largest magnitude, so that neither the sum nor the squares overflow.
        double unit = Math.max(Math.abs(smallest), Math.abs(largest));
        double sum = 0;
        for (double value : values) {
            sum += value / unit;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            double distance = value / unit - mean;
            squares += distance * distance;
        }
        // Rounding may carry either a last bit too far, at the edge of what a double holds even to infinity.
        return new MeanAndStandardDeviation(
                Math.clamp(mean * unit, smallest, largest),
                Math.min(Math.sqrt(squares / values.length) * unit, Double.MAX_VALUE));
    }
}
