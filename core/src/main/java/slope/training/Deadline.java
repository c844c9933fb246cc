package slope.training;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The time a training takes, and when one with a time limit has to stop stepping, so that a last look at
/// the validation rows still fits in.
///
/// How long that look takes is known after the first; before it, the steps so far are taken as long
/// as it. Without a limit the clock is not looked at between steps.
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

    /// Starts the clock.
    void start() {
        started = nanoTime.getAsLong();
    }

    /// Starts the clock as if the training had gone on all the time since that state.
    void start(TrainingState.Times times) {
        started = nanoTime.getAsLong() - times.passed();
        validationTook = times.validation();
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

    /// @param epochStarted the clock's reading when the epoch at work started
    TrainingState.Times times(long epochStarted) {
        long now = nanoTime.getAsLong();
        return new TrainingState.Times(now - started, now - epochStarted, validationTook);
    }
}
