package slope.training;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The time limit of a training, with the work after it. A value: each method with a setting gives
/// another.
public final class TimeLimit {
    /// The minimum time when everything else took longer than allowed.
    private static final Duration LEAST = Duration.ofMillis(1);

    /// What happens if the time is too short for one epoch.
    public enum FirstEpoch {
        /// The epoch is cut short, and scored like any other.
        MAY_BE_CUT,
        /// The training is given up with a [TimeLimitException].
        WHOLE
    }

    private final Duration time;
    private final Work after;
    private final FirstEpoch firstEpoch;
    private final LongSupplier nanoTime;

    /// The work after the training.
    private record Work(long rows, double encoding) {}

    private TimeLimit(Duration time, Work after, FirstEpoch firstEpoch, LongSupplier nanoTime) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("the time limit must be longer than 0 s");
        }
        this.time = time;
        this.after = after;
        this.firstEpoch = firstEpoch;
        this.nanoTime = nanoTime;
    }

    /// A time limit for the training alone, which may end in its first epoch.
    public static TimeLimit of(Duration time) {
        return new TimeLimit(time, new Work(0, 0), FirstEpoch.MAY_BE_CUT, System::nanoTime);
    }

    /// The time limit of a training, of which some time is already spent.
    ///
    /// @param encoding nanoseconds that encoding a row took
    public TimeLimit after(Duration passed, double encoding) {
        Duration left = time.minus(passed);
        Work work = new Work(after.rows, encoding);
        return new TimeLimit(left.compareTo(LEAST) < 0 ? LEAST : left, work, firstEpoch, nanoTime);
    }

    /// From the start of the training, the work after it included.
    public Duration time() {
        return time;
    }

    /// How many rows each kept network predicts afterwards.
    public long rowsAfter() {
        return after.rows;
    }

    public TimeLimit rowsAfter(long rowsAfter) {
        return new TimeLimit(time, new Work(rowsAfter, after.encoding), firstEpoch, nanoTime);
    }

    /// Nanoseconds to encode a row before a network can predict it.
    public double encoding() {
        return after.encoding;
    }

    /// Whether training may end in its first epoch.
    public FirstEpoch firstEpoch() {
        return firstEpoch;
    }

    public TimeLimit firstEpoch(FirstEpoch firstEpoch) {
        return new TimeLimit(time, after, firstEpoch, nanoTime);
    }

    /// The clock.
    public LongSupplier nanoTime() {
        return nanoTime;
    }

    public TimeLimit nanoTime(LongSupplier nanoTime) {
        return new TimeLimit(time, after, firstEpoch, nanoTime);
    }
}
