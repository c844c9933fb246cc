package slope.spark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.TaskKilledException;

/// Tells all workers of a training what each has to say. Spark's own exchange of texts waits a year for one that does
/// not come; this one as long as it is told.
final class Roster {
    private final BarrierTaskContext context;
    private final Duration patience;

    Roster(BarrierTaskContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    /// What all say, in the order of their numbers, when each has called this.
    ///
    /// @throws IllegalStateException if one has not come in time
    List<String> all(String said) {
        ExecutorService waiting = Executors.newSingleThreadExecutor();
        Future<String[]> all = waiting.submit(() -> context.allGather(said));
        try {
            return List.of(all.get(patience.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException missing) {
            throw new IllegalStateException(
                    "worker %s waited %s s for another that was still reading its rows"
                            .formatted(context.partitionId(), patience.toSeconds()),
                    missing);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(String.valueOf(failure.getMessage()), failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new TaskKilledException("the training was ended");
        } finally {
            waiting.shutdownNow();
        }
    }
}
