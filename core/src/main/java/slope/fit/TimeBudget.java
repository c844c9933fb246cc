package slope.fit;

import java.time.Duration;
import java.util.Optional;

/// The time limit of a fit, shared among networks that are trained one after another.
final class TimeBudget {
    /// The minimum time of a network when everything else took longer than allowed.
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Optional<Duration> limit;
    private final TimeFrame frame;
    private final long started;
    private Duration kept = Duration.ZERO;

    /// @param passed the time already spent
    TimeBudget(Optional<Duration> limit, TimeFrame frame, Duration passed) {
        this.limit = limit.map(all -> all.minus(frame.after()));
        this.frame = frame;
        this.started = frame.nanoTime().getAsLong() - passed.toNanos();
    }

    /// The time spent so far.
    Duration passed() {
        return Duration.ofNanos(frame.nanoTime().getAsLong() - started);
    }

    /// Reserves time for the work after a network's training.
    void keepBack(Duration time) {
        kept = kept.plus(time);
    }

    /// Whether work of this length would end in time.
    boolean allows(Duration time) {
        return limit.isEmpty() || passed().plus(kept).plus(time).compareTo(limit.get()) <= 0;
    }

    /// An equal share of the time that is left, if it is limited.
    ///
    /// @param networks still to be trained
    Optional<Duration> share(int networks) {
        return limit.map(all -> {
            Duration left = all.minus(passed()).minus(kept).dividedBy(networks);
            return left.compareTo(LEAST) < 0 ? LEAST : left;
        });
    }
}
