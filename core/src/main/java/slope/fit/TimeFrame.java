package slope.fit;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The work around a training with a time limit, which counts towards the limit. A value: each
/// method with a setting gives another.
public final class TimeFrame {
    private final Duration before;
    private final Duration after;
    private final long rowsAfter;
    private final LongSupplier nanoTime;

    private TimeFrame(Duration before, Duration after, long rowsAfter, LongSupplier nanoTime) {
        this.before = before;
        this.after = after;
        this.rowsAfter = rowsAfter;
        this.nanoTime = nanoTime;
    }

    /// Nothing but the training.
    public static TimeFrame none() {
        return new TimeFrame(Duration.ZERO, Duration.ZERO, 0, System::nanoTime);
    }

    /// The time spent before training, such as on reading the table.
    public Duration before() {
        return before;
    }

    /// The same, with the time spent before training, by this clock.
    public TimeFrame before(Duration before, LongSupplier nanoTime) {
        return new TimeFrame(before, after, rowsAfter, nanoTime);
    }

    /// The time to report and write the results, as far as it does not depend on the networks.
    public Duration after() {
        return after;
    }

    /// How many rows each network predicts after training.
    public long rowsAfter() {
        return rowsAfter;
    }

    /// The same, with the work after training.
    public TimeFrame after(Duration after, long rowsAfter) {
        return new TimeFrame(before, after, rowsAfter, nanoTime);
    }

    /// The clock.
    public LongSupplier nanoTime() {
        return nanoTime;
    }
}
