package slope.fit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import slope.training.Stopping;
import slope.training.TimeLimit;

/// How much of a network's time its rows took to be encoded, and each of them: it is encoded again whenever it
/// is predicted.
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

    /// So many rows are encoded.
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
