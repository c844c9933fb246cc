package slope.training;

/// When training ends.
///
/// @param epochs passes over the training rows at most, at least 1
/// @param patience epochs without a better validation loss after which training ends early, at
///     least 1
public record Stopping(int epochs, int patience) {

    public Stopping {
        if (epochs < 1) {
            throw new IllegalArgumentException("training needs at least 1 epoch, not " + epochs);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1 epoch, not " + patience);
        }
    }

    /// Trains for exactly this many epochs.
    public static Stopping after(int epochs) {
        return new Stopping(epochs, Integer.MAX_VALUE);
    }

    /// Ends early once this many epochs brought no better validation loss.
    public Stopping withPatience(int patience) {
        return new Stopping(epochs, patience);
    }

    boolean isReached(int epoch, int bestEpoch) {
        return epoch >= epochs || epoch - bestEpoch >= patience;
    }
}
