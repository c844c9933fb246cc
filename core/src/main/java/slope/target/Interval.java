package slope.target;

/// The numbers from a lower to an upper end, both included; either may be infinite.
///
/// @param lower not above the upper end
/// @param upper not below the lower end
public record Interval(double lower, double upper) {
    /// Whether a number lies in it.
    public boolean contains(double number) {
        return lower <= number && number <= upper;
    }

    /// Its length; infinite if an end is.
    public double width() {
        return upper - lower;
    }
}
