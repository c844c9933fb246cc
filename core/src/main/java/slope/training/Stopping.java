package slope.training;

import java.time.Duration;
import java.util.Optional;

/// When training stops. A value: each method with a rule gives another.
public final class Stopping {
    private final int epochs;
    private final Patience patience;
    private final Optional<TimeLimit> timeLimit;
    private final End end;

    /// Training stops early once epoch ≥ growth · best + epochs, where best is the best epoch's
    /// number.
    private record Patience(int epochs, double growth) {
        Patience {
            if (epochs < 1) {
                throw new IllegalArgumentException("patience must be at least 1 epoch, not " + epochs);
            }
            if (!(growth >= 1)) {
                throw new IllegalArgumentException("the growth of patience must be at least 1, not " + growth);
            }
        }
    }

    /// Where a schedule of all epochs is broken off.
    ///
    /// @param last the last epoch
    /// @param atRest decides when the learning rate is at rest
    private record End(int last, Optional<RestRule> atRest) {}

    private Stopping(int epochs, Patience patience, Optional<TimeLimit> timeLimit, End end) {
        if (epochs < 1) {
            throw new IllegalArgumentException("training needs at least 1 epoch, not " + epochs);
        }
        this.epochs = epochs;
        this.patience = patience;
        this.timeLimit = timeLimit;
        this.end = end;
    }

    /// Trains for exactly this many epochs, at least 1.
    public static Stopping after(int epochs) {
        return new Stopping(
                epochs, new Patience(Integer.MAX_VALUE, 1), Optional.empty(), new End(epochs, Optional.empty()));
    }

    /// The maximum number of passes over the training rows.
    public int epochs() {
        return epochs;
    }

    /// The time after which training ends with the best epoch so far, even in the middle of one.
    public Optional<TimeLimit> timeLimit() {
        return timeLimit;
    }

    /// Stops early after this many epochs without improvement, at least 1.
    public Stopping withPatience(int patience) {
        return new Stopping(epochs, new Patience(patience, 1), timeLimit, end);
    }

    /// Stops early once epoch > growth · best + patience: the later the best epoch, the longer the
    /// patience, as in RealMLP.
    public Stopping withGrowingPatience(double growth, int patience) {
        int epochsBehind = Math.min(patience, Integer.MAX_VALUE - 1) + 1;
        return new Stopping(epochs, new Patience(epochsBehind, growth), timeLimit, end);
    }

    /// Stops within this time, with the best epoch so far.
    public Stopping withTimeLimit(Duration timeLimit) {
        return withTimeLimit(TimeLimit.of(timeLimit));
    }

    /// Stops so that the work after training is within the time limit, too.
    public Stopping withTimeLimit(TimeLimit timeLimit) {
        return new Stopping(epochs, patience, Optional.of(timeLimit), end);
    }

    /// Stops after this epoch; learning rates and the like are those of all [#epochs].
    public Stopping breakingOffAfter(int epoch) {
        return new Stopping(epochs, patience, timeLimit, new End(Math.min(epoch, epochs), end.atRest));
    }

    /// Stops when the learning rate is at rest and another cycle is not worth its time.
    public Stopping atRest(RestRule rule) {
        return new Stopping(epochs, patience, timeLimit, new End(end.last, Optional.of(rule)));
    }

    /// The last epoch, unless training stops before it.
    public int lastEpoch() {
        return end.last;
    }

    /// The rule for when the learning rate is at rest.
    Optional<RestRule> atRest() {
        return end.atRest;
    }

    /// Why training ends after an epoch; empty if it goes on.
    Optional<Ending> ending(int epoch, int bestEpoch) {
        return epoch >= end.last
                ? Optional.of(epoch >= epochs ? Ending.EPOCHS : Ending.REST)
                : Optional.of(Ending.PATIENCE)
                        .filter(ignored -> epoch >= patience.growth * bestEpoch + patience.epochs);
    }
}
