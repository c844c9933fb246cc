package slope.cli.train;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import slope.table.DataException;

/// Watches a time limit from another thread, where the work does not check the clock: while tables
/// are read and encoded.
///
/// The work runs in a thread of its own, and is abandoned when it takes too long: the process ends.
///
/// @param limit if there is one; without it nothing is watched
record TimeWatch(Stopwatch stopwatch, Optional<Duration> limit) {
    private static final int FEWEST_ROWS = 1_000;

    /// The same with slightly more time, for work that checks the clock itself and has a better
    /// message.
    TimeWatch patient() {
        return new TimeWatch(stopwatch, limit.map(time -> time.plusMillis(800)));
    }

    /// The same with less time, because further work follows.
    TimeWatch before(Duration toCome) {
        return new TimeWatch(stopwatch, limit.map(time -> time.minus(toCome)));
    }

    /// The number of rows there is time for, with a fifth of the time in reserve; at least some.
    ///
    /// @param ofRow what one takes
    int rowsThatFit(Duration ofRow) {
        if (limit.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        Duration left = limit.get().minus(stopwatch.passed());
        double rows = 0.8 * left.toNanos() / Math.max(1, ofRow.toNanos());
        return (int) Math.clamp(rows, FEWEST_ROWS, Integer.MAX_VALUE);
    }

    /// Runs work within the limit.
    ///
    /// @param mayGoOn whether the work is past the point where it is given up, and ends in time by
    ///     itself
    /// @param tooLong what to say when it is given up
    /// @throws DataException that says so
    <T> T within(Supplier<T> work, BooleanSupplier mayGoOn, Supplier<String> tooLong) {
        if (limit.isEmpty()) {
            return work.get();
        }
        Duration left = limit.get().minus(stopwatch.passed());
        if (left.isNegative()) {
            throw new DataException(tooLong.get());
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name("slope-train").start(task);
        try {
            return finished(task, left, mayGoOn, tooLong);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread that waits was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw rethrown(Objects.requireNonNull(failure.getCause(), "cause"));
        }
    }

    private static <T> T finished(FutureTask<T> task, Duration left, BooleanSupplier mayGoOn, Supplier<String> tooLong)
            throws InterruptedException, ExecutionException {
        try {
            return task.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            if (!mayGoOn.getAsBoolean()) {
                throw new DataException(tooLong.get());
            }
            return task.get();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
