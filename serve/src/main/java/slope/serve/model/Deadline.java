package slope.serve.model;

import java.time.Duration;

/// The moment until which a request may take.
///
/// @param nanos of [System#nanoTime]
public record Deadline(long nanos) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// The nanoseconds that are left; 0 or less when it is over.
    long left() {
        return nanos - System.nanoTime();
    }
}
