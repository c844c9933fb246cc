package slope.fit;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The work around a training with a time limit, which counts towards the limit.
///
/// @param before the time spent before training, such as on reading the table
/// @param after the time to report and write the results, as far as it does not depend on the
///     networks
/// @param rowsAfter how many rows each network predicts after training
/// @param nanoTime the clock
public record TimeFrame(Duration before, Duration after, long rowsAfter, LongSupplier nanoTime) {

    /// Nothing but the training.
    public static TimeFrame none() {
        return new TimeFrame(Duration.ZERO, Duration.ZERO, 0, System::nanoTime);
    }
}
