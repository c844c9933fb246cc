package slope.training;

import java.time.Duration;
import java.util.Optional;

/// When training ends.
///
/// @param epochs passes over the training rows at most, at least 1
/// @param patience epochs without a better one after which training ends early, at least 1
/// @param growth what the best epoch's number is multiplied by before patience counts from it, at
///     least 1: training ends once epoch ≥ growth · best + patience
/// @param timeLimit after which training ends with the best so far, even in the middle of an epoch
public record Stopping(int epochs, int patience, double growth, Optional<TimeLimit> timeLimit) {

    public Stopping {
        if (epochs < 1) {
            throw new IllegalArgumentException("training needs at least 1 epoch, not " + epochs);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1 epoch, not " + patience);
        }
        if (!(growth >= 1)) {
            throw new IllegalArgumentException("patience may grow by factors from 1 on, not " + growth);
        }
    }

    /// Trains for exactly this many epochs.
    public static Stopping after(int epochs) {
        return new Stopping(epochs, Integer.MAX_VALUE, 1, Optional.empty());
    }

    /// Ends early once this many epochs brought nothing better.
    public Stopping withPatience(int patience) {
        return new Stopping(epochs, patience, 1, timeLimit);
    }

    /// Ends early once epoch > growth · best + patience: the later the best epoch, the longer the
    /// wait, as RealMLP has it.
    public Stopping withGrowingPatience(double growth, int patience) {
        return new Stopping(epochs, Math.min(patience, Integer.MAX_VALUE - 1) + 1, growth, timeLimit);
    }

    /// Ends within this time with the best so far.
    public Stopping withTimeLimit(Duration timeLimit) {
        return withTimeLimit(TimeLimit.of(timeLimit));
    }

    /// Ends so that all that comes behind the training is within a time, too.
    public Stopping withTimeLimit(TimeLimit timeLimit) {
        return new Stopping(epochs, patience, growth, Optional.of(timeLimit));
    }

    boolean isReached(int epoch, int bestEpoch) {
        return epoch >= epochs || epoch >= growth * bestEpoch + patience;
    }
}
