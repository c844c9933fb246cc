package slope.training;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// When a training with a time limit has to stop stepping, so that a last look at the validation rows
/// still fits in.
///
/// How long that look takes is known after the first; before it, the steps so far are taken as long
/// as it. Without a limit the clock is not looked at.
final class Deadline {
    private final boolean limited;
    private final long limit; // nanoseconds
    private final LongSupplier nanoTime;
    private long started;
    private long validationStarted;
    private long validationTook = -1;

    Deadline(Optional<Duration> limit, LongSupplier nanoTime) {
        this.limited = limit.isPresent();
        this.limit = limit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
        this.nanoTime = nanoTime;
    }

    void start() {
        started = limited ? nanoTime.getAsLong() : 0;
    }

    void startValidation() {
        validationStarted = limited ? nanoTime.getAsLong() : 0;
    }

    void endValidation() {
        validationTook = limited ? nanoTime.getAsLong() - validationStarted : 0;
    }

    /// Whether no further step fits.
    boolean isReached() {
        if (!limited) {
            return false;
        }
        long passed = nanoTime.getAsLong() - started;
        long reserve = validationTook < 0 ? passed : validationTook + validationTook / 4;
        return passed + reserve >= limit;
    }
}
