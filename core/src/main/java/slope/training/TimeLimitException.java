package slope.training;

import java.io.Serial;
import java.time.Duration;

/// A training was given up in its first epoch, because the epoch and the work after it do not fit
/// into the time limit.
public final class TimeLimitException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Duration missing;

    TimeLimitException(Duration missing) {
        super("the time limit ends before the first epoch does");
        this.missing = missing;
    }

    /// The estimated time of the rest of the epoch and the work after it.
    public Duration missing() {
        return missing;
    }
}
