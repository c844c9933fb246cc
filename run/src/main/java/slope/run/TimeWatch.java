package slope.run;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import slope.table.DataException;

/// Watches a time limit from another thread, where the work does not check the clock: while tables
/// are read and encoded.
///
/// The work runs in a thread of its own, and is abandoned when it takes too long: it may run on for a
/// while, but nothing waits for it.
///
/// @param limit if there is one; without it nothing is watched
/// @param cancellation ends the work as well
/// @param endsInOrder whether the work itself ends soon after a cancellation
record TimeWatch(
        Stopwatch stopwatch, Optional<Duration> limit, Cancellation cancellation, BooleanSupplier endsInOrder) {
    private static final int MINIMUM_FREQUENCY = 1_000;

    /// For work that is nearly done when it is cancelled.
    private static final Duration GRACE = Duration.ofMillis(500);

    /// For a step, a checkpoint of a large network, and a slow disk.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    TimeWatch(Stopwatch stopwatch, Optional<Duration> limit, Cancellation cancellation) {
        this(stopwatch, limit, cancellation, () -> false);
    }

    /// The same with slightly more time, for work that checks the clock itself and has a better
    /// message.
    TimeWatch patient(BooleanSupplier endingInOrder) {
        return new TimeWatch(stopwatch, limit.map(time -> time.plusMillis(800)), cancellation, endingInOrder);
    }

    /// The same with less time, because further work follows.
    TimeWatch before(Duration toCome) {
        return new TimeWatch(stopwatch, limit.map(time -> time.minus(toCome)), cancellation, endsInOrder);
    }

    /// The same for work that is not given up when the time is over.
    TimeWatch unlimited() {
        return new TimeWatch(stopwatch, Optional.empty(), cancellation, endsInOrder);
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
        return (int) Math.clamp(rows, MINIMUM_FREQUENCY, Integer.MAX_VALUE);
    }

    /// Runs work within the limit.
    ///
    /// @param mayGoOn whether the work is past the point where it is given up, and ends in time by
    ///     itself
    /// @param tooLong what to say when it is given up
    /// @throws DataException that says so
    /// @throws CancelledException if it is given up because the run is cancelled
    <T> T within(Supplier<T> work, BooleanSupplier mayGoOn, Supplier<String> tooLong) {
        Optional<Duration> left = limit.map(time -> time.minus(stopwatch.passed()));
        if (left.filter(Duration::isNegative).isPresent()) {
            throw new DataException(tooLong.get());
        }
        CompletableFuture<T> task = CompletableFuture.supplyAsync(
                work, run -> Thread.ofPlatform().daemon().name("slope-run-work").start(run));
        CompletableFuture<?> first = CompletableFuture.anyOf(task, cancellation.asked());
        if (!ends(first, left) && !mayGoOn.getAsBoolean()) {
            throw new DataException(tooLong.get());
        }
        ends(first, Optional.empty());
        boolean isDone = ends(task, Optional.of(GRACE));
        if (!isDone && !(endsInOrder.getAsBoolean() && ends(task, Optional.of(PATIENCE)))) {
            throw new CancelledException();
        }
        try {
            return task.join();
        } catch (CompletionException failure) {
            if (cancellation.isAsked() && failure.getCause() instanceof DataException) {
                throw new CancelledException(); // A query that is cancelled fails.
            }
            throw rethrown(Objects.requireNonNull(failure.getCause(), "cause"));
        }
    }

    /// Waits for the end of some work, however it ends.
    private static boolean ends(CompletableFuture<?> work, Optional<Duration> atMost) {
        try {
            work.handle((result, failure) -> true)
                    .get(atMost.map(Duration::toNanos).orElse(Long.MAX_VALUE), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException tooLate) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread that waits was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
