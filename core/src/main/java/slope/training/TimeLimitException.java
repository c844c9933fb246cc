package slope.training;

import java.io.Serial;
import java.time.Duration;

/// A training was given up in its first epoch, because that and what comes behind it do not fit into the time
/// limit.
public final class TimeLimitException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Duration missing;

    TimeLimitException(Duration missing) {
        super("the time limit ends before the first epoch does");
        this.missing = missing;
    }

    /// About how long the rest of the epoch and all behind it would have taken.
    public Duration missing() {
        return missing;
    }
}
