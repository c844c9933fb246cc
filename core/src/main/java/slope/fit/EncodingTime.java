package slope.fit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import slope.training.Stopping;
import slope.training.TimeLimit;

/// The time that encoding rows takes. Each row is encoded again when it is predicted.
final class EncodingTime {
    private final Optional<TimeLimit> limit;
    private final LongSupplier nanoTime;
    private final long begun;
    private double ofRow; // nanoseconds

    private EncodingTime(Optional<TimeLimit> limit) {
        this.limit = limit;
        this.nanoTime = limit.map(TimeLimit::nanoTime).orElse(System::nanoTime);
        this.begun = nanoTime.getAsLong();
    }

    static EncodingTime begin(Optional<TimeLimit> limit) {
        return new EncodingTime(limit);
    }

    /// Counts rows that were encoded.
    void ended(int rows) {
        ofRow = (double) (nanoTime.getAsLong() - begun) / rows;
    }

    /// Within the time that encoding the rows and choosing the start have left.
    Stopping limited(Stopping stopping) {
        Duration passed = Duration.ofNanos(nanoTime.getAsLong() - begun);
        return limit.map(all -> stopping.withTimeLimit(all.after(passed, ofRow)))
                .orElse(stopping);
    }
}
