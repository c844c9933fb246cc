package slope.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import slope.table.DataException;
import slope.training.Checkpointer;
import slope.training.TrainingState;

/// Writes checkpoints while the training goes on: other workers would take one that waits for a slow store for dead. An
/// epoch that ends while an earlier one is being written is left out.
final class EpochWriter implements Checkpointer<TrainingState>, AutoCloseable {
    private final SparkCheckpoints checkpoints;
    private final WorkerRows rows;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private Future<?> last;

    EpochWriter(SparkCheckpoints checkpoints, WorkerRows rows) {
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.last = CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean wants(Moment moment) {
        return moment == Moment.AFTER_EPOCH && last.isDone();
    }

    /// @throws UncheckedIOException if the one before could not be written
    @Override
    public void save(TrainingState state) {
        requireWritten();
        int epoch = state.history().size();
        byte[] bytes = SparkCheckpoints.bytes(rows.identity(), rows.training().within(state));
        last = writer.submit(() -> checkpoints.write(epoch, bytes));
    }

    /// A store that fails now may not the next time, which Spark's next attempt of the stage finds out.
    private void requireWritten() {
        try {
            last.get();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
            String sentence = String.valueOf(cause.getMessage());
            throw cause instanceof DataException problem && problem.getCause() instanceof IOException io
                    ? new UncheckedIOException(sentence, io)
                    : new IllegalStateException(sentence, failure);
        }
    }

    /// Does not wait: what is being written is of no use any more.
    @Override
    public void close() {
        writer.shutdownNow();
    }
}
