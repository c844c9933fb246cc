package slope.evaluation;

/// An interval around a score or a difference of scores, in the score's unit: 95 of 100 samples of rows like
/// these have theirs around the value of all such rows.
///
/// @param low the lower bound
/// @param high the upper bound
public record ScoreInterval(double low, double high) {
    /// Whether a number is within, the bounds included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
