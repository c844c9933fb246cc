package slope.training;

import java.time.Duration;
import java.util.Optional;

/// When training stops.
///
/// @param epochs the maximum number of passes over the training rows, at least 1
/// @param patience epochs without improvement after which training stops early, at least 1
/// @param growth the factor of the best epoch's number from which patience counts, at least 1:
///     training stops once epoch ≥ growth · best + patience
/// @param timeLimit the time after which training ends with the best so far, even in the middle of
///     an epoch
public record Stopping(int epochs, int patience, double growth, Optional<TimeLimit> timeLimit) {

    public Stopping {
        if (epochs < 1) {
            throw new IllegalArgumentException("training needs at least 1 epoch, not " + epochs);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1 epoch, not " + patience);
        }
        if (!(growth >= 1)) {
            throw new IllegalArgumentException("the growth of patience must be at least 1, not " + growth);
        }
    }

    /// Trains for exactly this many epochs.
    public static Stopping after(int epochs) {
        return new Stopping(epochs, Integer.MAX_VALUE, 1, Optional.empty());
    }

    /// Stops early after this many epochs without improvement.
    public Stopping withPatience(int patience) {
        return new Stopping(epochs, patience, 1, timeLimit);
    }

    /// Stops early once epoch > growth · best + patience: the later the best epoch, the longer the
    /// patience, as in RealMLP.
    public Stopping withGrowingPatience(double growth, int patience) {
        return new Stopping(epochs, Math.min(patience, Integer.MAX_VALUE - 1) + 1, growth, timeLimit);
    }

    /// Stops within this time, with the best epoch so far.
    public Stopping withTimeLimit(Duration timeLimit) {
        return withTimeLimit(TimeLimit.of(timeLimit));
    }

    /// Stops so that the work after training is within the time limit, too.
    public Stopping withTimeLimit(TimeLimit timeLimit) {
        return new Stopping(epochs, patience, growth, Optional.of(timeLimit));
    }

    boolean isReached(int epoch, int bestEpoch) {
        return epoch >= epochs || epoch >= growth * bestEpoch + patience;
    }
}
