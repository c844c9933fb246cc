package slope.training;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long a training may take, and what has to fit in behind it.
///
/// @param time from the start of the training on, with everything behind it
/// @param rowsAfter how many rows are predicted behind it by each network that it keeps
/// @param encoding nanoseconds that a row takes before a network can predict it
/// @param firstEpoch whether the training may end in its first epoch
/// @param nanoTime the clock
public record TimeLimit(Duration time, long rowsAfter, double encoding, FirstEpoch firstEpoch, LongSupplier nanoTime) {
    /// What is left when everything else has taken longer than allowed.
    private static final Duration LEAST = Duration.ofMillis(1);

    /// What happens if the time does not suffice for one epoch.
    public enum FirstEpoch {
        /// It is cut, and judged like any other.
        MAY_BE_CUT,
        /// The training is given up with a [TimeLimitException].
        WHOLE
    }

    public TimeLimit {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("training needs some time, not " + time);
        }
    }

    /// A limit of the training alone.
    public static TimeLimit of(Duration time) {
        return new TimeLimit(time, 0, 0, FirstEpoch.MAY_BE_CUT, System::nanoTime);
    }

    /// The limit of a training that begins when some of the time has passed.
    ///
    /// @param encoding nanoseconds that a row took
    public TimeLimit after(Duration passed, double encoding) {
        Duration left = time.minus(passed);
        return new TimeLimit(left.compareTo(LEAST) < 0 ? LEAST : left, rowsAfter, encoding, firstEpoch, nanoTime);
    }
}
