package slope.model;

import java.time.Duration;
import java.util.Optional;

/// The time a training may take, shared among networks that are trained one after another.
final class TimeBudget {
    /// What is left when everything else has taken longer than allowed: a network has to be made somehow.
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Optional<Duration> limit;
    private final long started;

    /// @param passed the time that the training has taken already
    TimeBudget(Optional<Duration> limit, Duration passed) {
        this.limit = limit;
        this.started = System.nanoTime() - passed.toNanos();
    }

    /// The time that the training has taken.
    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /// Whether something that takes so long would end in time.
    boolean allows(Duration time) {
        return limit.isEmpty() || passed().plus(time).compareTo(limit.get()) <= 0;
    }

    /// An equal share of the time that is left, if it is limited.
    ///
    /// @param networks still to be trained
    Optional<Duration> share(int networks) {
        return limit.map(all -> {
            Duration left = all.minus(passed()).dividedBy(networks);
            return left.compareTo(LEAST) < 0 ? LEAST : left;
        });
    }
}
