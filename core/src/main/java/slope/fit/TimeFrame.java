package slope.fit;

import java.time.Duration;
import java.util.function.LongSupplier;

/// What stands around a training that has a time limit: the limit is for all of it.
///
/// @param before the time that was spent before the training, such as on reading its table
/// @param after what it takes to say and write the results, as far as that does not depend on the networks
/// @param rowsAfter how many rows are predicted after the training by each of its networks
/// @param nanoTime the clock
public record TimeFrame(Duration before, Duration after, long rowsAfter, LongSupplier nanoTime) {

    /// Nothing but the training.
    public static TimeFrame none() {
        return new TimeFrame(Duration.ZERO, Duration.ZERO, 0, System::nanoTime);
    }
}
