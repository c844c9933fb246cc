package slope.run;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/// The time since a command began.
///
/// @param nanoTime the clock
/// @param started its reading when the command began
public record Stopwatch(LongSupplier nanoTime, long started) {

    /// Starts now.
    public static Stopwatch started(LongSupplier nanoTime) {
        return new Stopwatch(nanoTime, nanoTime.getAsLong());
    }

    /// As if started together with this process: a person waits for Java, too.
    public static Stopwatch ofProcess() {
        long now = System.nanoTime();
        Duration age = ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        return new Stopwatch(System::nanoTime, now - age.toNanos());
    }

    /// The time since then.
    public Duration passed() {
        return Duration.ofNanos(nanoTime.getAsLong() - started);
    }
}
