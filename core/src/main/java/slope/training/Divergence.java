package slope.training;

/// What becomes of a training whose numbers stop being finite.
public enum Divergence {
    /// It ends, with a [DivergedException].
    ENDS,
    /// It goes back to the parameters of its best epoch so far, or those of the start, and goes on from the
    /// beginning of the epoch with a quarter of the learning rate and an optimizer that has forgotten
    /// everything: at most [#MOST_RECOVERIES] times.
    RECOVERS;

    /// How often a training recovers: rates are then a four-thousandth of what they were, and something else
    /// is wrong.
    public static final int MOST_RECOVERIES = 6;

    static final double RATE_MULTIPLIER = 0.25;
}
