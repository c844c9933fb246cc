package slope.cli.train;

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
/// The work runs in a thread of its own, and is abandoned when it takes too long: the process ends.
///
/// @param limit if there is one; without it nothing is watched
/// @param interruption ends the work as well
/// @param endsInOrder whether the work itself ends soon after an interruption
record TimeWatch(
        Stopwatch stopwatch, Optional<Duration> limit, Interruption interruption, BooleanSupplier endsInOrder) {
    private static final int FEWEST_ROWS = 1_000;

    /// For work that is nearly done when it is interrupted.
    private static final Duration GRACE = Duration.ofMillis(500);

    /// For a step, a checkpoint of a large network, and a slow disk.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    TimeWatch(Stopwatch stopwatch, Optional<Duration> limit, Interruption interruption) {
        this(stopwatch, limit, interruption, () -> false);
    }

    /// The same with slightly more time, for work that checks the clock itself and has a better
    /// message.
    TimeWatch patient(BooleanSupplier endingInOrder) {
        return new TimeWatch(stopwatch, limit.map(time -> time.plusMillis(800)), interruption, endingInOrder);
    }

    /// The same with less time, because further work follows.
    TimeWatch before(Duration toCome) {
        return new TimeWatch(stopwatch, limit.map(time -> time.minus(toCome)), interruption, endsInOrder);
    }

    /// The same for work that is not given up when the time is over.
    TimeWatch unlimited() {
        return new TimeWatch(stopwatch, Optional.empty(), interruption, endsInOrder);
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
    /// @param early the end if it is interrupted
    /// @throws DataException that says so
    <T> T within(Supplier<T> work, BooleanSupplier mayGoOn, Supplier<String> tooLong, Supplier<EarlyEnd> early) {
        Optional<Duration> left = limit.map(time -> time.minus(stopwatch.passed()));
        if (left.filter(Duration::isNegative).isPresent()) {
            throw new DataException(tooLong.get());
        }
        CompletableFuture<T> task = CompletableFuture.supplyAsync(
                work, run -> Thread.ofPlatform().daemon().name("slope-train").start(run));
        CompletableFuture<?> first = CompletableFuture.anyOf(task, interruption.requested());
        if (!ends(first, left) && !mayGoOn.getAsBoolean()) {
            throw new DataException(tooLong.get());
        }
        ends(first, Optional.empty());
        boolean isDone = ends(task, Optional.of(GRACE));
        if (!isDone && !(endsInOrder.getAsBoolean() && ends(task, Optional.of(PATIENCE)))) {
            throw new InterruptedTrainingException(early.get());
        }
        try {
            return task.join();
        } catch (CompletionException failure) {
            throw rethrown(Objects.requireNonNull(failure.getCause(), "cause"));
        }
    }

    /// Waits for the end of some work, however it ends.
    private static boolean ends(CompletableFuture<?> work, Optional<Duration> atMost) {
        try {
            work.handle((_, _) -> true).get(atMost.map(Duration::toNanos).orElse(Long.MAX_VALUE), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread that waits was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
