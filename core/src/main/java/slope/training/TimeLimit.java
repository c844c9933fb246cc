package slope.training;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The time limit of a training, with the work after it.
///
/// @param time from the start of the training, the work after it included
/// @param rowsAfter how many rows each kept network predicts afterwards
/// @param encoding nanoseconds to encode a row before a network can predict it
/// @param firstEpoch whether training may end in its first epoch
/// @param nanoTime the clock
public record TimeLimit(Duration time, long rowsAfter, double encoding, FirstEpoch firstEpoch, LongSupplier nanoTime) {
    /// The minimum time when everything else took longer than allowed.
    private static final Duration LEAST = Duration.ofMillis(1);

    /// What happens if the time is too short for one epoch.
    public enum FirstEpoch {
        /// The epoch is cut short, and scored like any other.
        MAY_BE_CUT,
        /// The training is given up with a [TimeLimitException].
        WHOLE
    }

    public TimeLimit {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("the time limit must be above 0, not " + time);
        }
    }

    /// A time limit for the training alone.
    public static TimeLimit of(Duration time) {
        return new TimeLimit(time, 0, 0, FirstEpoch.MAY_BE_CUT, System::nanoTime);
    }

    /// The time limit of a training, of which some time is already spent.
    ///
    /// @param encoding nanoseconds that encoding a row took
    public TimeLimit after(Duration passed, double encoding) {
        Duration left = time.minus(passed);
        return new TimeLimit(left.compareTo(LEAST) < 0 ? LEAST : left, rowsAfter, encoding, firstEpoch, nanoTime);
    }
}
