package slope.training;

/// What happens when the numbers of a training stop being finite.
public enum Divergence {
    /// It ends, with a [DivergedException].
    ENDS,
    /// It returns to the parameters of the best epoch so far, or of the start, and repeats the
    /// epoch with a quarter of the learning rate and an optimizer without memory: at most
    /// [#MOST_RECOVERIES] times.
    RECOVERS;

    /// The maximum number of recoveries: the learning rate is then a four-thousandth of the first
    /// one, and the cause is another.
    public static final int MOST_RECOVERIES = 6;

    static final double RATE_MULTIPLIER = 0.25;
}
