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

/// Watches over a time limit from outside, where nothing else looks at the clock: while tables are read and
/// encoded.
///
/// What is watched runs in a thread of its own, and is left to itself when it takes too long: the process ends.
///
/// @param limit if there is one; without it nothing is watched
record TimeWatch(Stopwatch stopwatch, Optional<Duration> limit) {
    private static final int FEWEST_ROWS = 1_000;

    /// The same with a little more time, for work that looks at the clock itself and knows more to say.
    TimeWatch patient() {
        return new TimeWatch(stopwatch, limit.map(time -> time.plusMillis(800)));
    }

    /// The same with less time, because something is still to come.
    TimeWatch before(Duration toCome) {
        return new TimeWatch(stopwatch, limit.map(time -> time.minus(toCome)));
    }

    /// How many rows there is time for, a fifth of it kept back; some in any case.
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

    /// Does some work within the limit.
    ///
    /// @param mayGoOn whether the work is past the point where it is given up, and ends in time by itself
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
