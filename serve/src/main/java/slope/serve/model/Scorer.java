package slope.serve.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import slope.internal.table.JoinedTable;
import slope.model.Model;
import slope.serve.http.HttpException;
import slope.table.Table;

/// Predicts for many callers at once. A row of a batch takes a third of the time of a row by itself, so
/// the rows that came while others were predicted are predicted together; nobody waits for more to come.
/// The bits of a prediction do not depend on its batch.
public final class Scorer {
    /// With more rows a batch is hardly faster for each.
    static final int BATCH_ROWS = 64;

    private static final int BLOCK_ROWS = 1 << 13;

    private final Model model;
    private final int mostLeaders = Runtime.getRuntime().availableProcessors();
    private final AtomicInteger leaders = new AtomicInteger(); // callers that predict for all
    private final Queue<Job> waiting = new ConcurrentLinkedQueue<>();

    Scorer(Model model) {
        this.model = model;
    }

    private record Job(Table rows, Deadline deadline, CompletableFuture<double[]> decoded) {
        boolean isWanted() {
            return !decoded.isDone() && deadline.left() > 0;
        }
    }

    /// The decoded outputs of rows, see [Model#decoded].
    ///
    /// @param rows with the columns of the model
    /// @throws HttpException if it takes too long
    /// @throws slope.table.DataException if a row cannot be predicted
    public double[] decoded(Table rows, Deadline deadline) {
        if (rows.rows() >= BATCH_ROWS) {
            return inBlocks(rows, deadline);
        }
        Job job = new Job(rows, deadline, new CompletableFuture<>());
        waiting.add(job);
        giveWay();
        lead(job);
        return result(job);
    }

    /// Many rows, and an end where it takes too long.
    private double[] inBlocks(Table rows, Deadline deadline) {
        double[] all = new double[rows.rows() * model.target().width()];
        for (int start = 0; start < rows.rows(); start += BLOCK_ROWS) {
            if (deadline.left() <= 0) {
                throw late();
            }
            int end = Math.min(rows.rows(), start + BLOCK_ROWS);
            double[] block =
                    model.decoded(rows.select(IntStream.range(start, end).toArray()));
            System.arraycopy(block, 0, all, start * model.target().width(), block.length);
        }
        return all;
    }

    private static HttpException late() {
        return HttpException.later(503, "the prediction took longer than the server waits; try again later", 1);
    }

    /// Lets those go first whose rows are about to be here: on one core nobody would ever be found waiting.
    @SuppressWarnings("ThreadPriorityCheck") // it is faster with it, and as right without
    private static void giveWay() {
        Thread.yield();
    }

    /// Predicts for all, as long as there are few others who do, until the caller's own job is done.
    private void lead(Job own) {
        while (!waiting.isEmpty() && takeLead()) {
            while (!own.decoded.isDone() && !waiting.isEmpty()) {
                predict(nextBatch());
            }
            if (own.decoded.isDone() && !waiting.isEmpty()) {
                Thread.ofVirtual().start(this::leadOn);
                return;
            }
            leaders.decrementAndGet();
        }
    }

    /// Goes on with the lead of a caller whose job is done.
    private void leadOn() {
        do {
            while (!waiting.isEmpty()) {
                predict(nextBatch());
            }
            leaders.decrementAndGet();
        } while (!waiting.isEmpty() && takeLead());
    }

    private boolean takeLead() {
        int now = leaders.get();
        while (now < mostLeaders) {
            if (leaders.compareAndSet(now, now + 1)) {
                return true;
            }
            now = leaders.get();
        }
        return false;
    }

    private List<Job> nextBatch() {
        List<Job> batch = new ArrayList<>();
        int rows = 0;
        for (Job next = waiting.poll(); next != null; next = rows < BATCH_ROWS ? waiting.poll() : null) {
            if (next.isWanted()) {
                batch.add(next);
                rows += next.rows.rows();
            }
        }
        return batch;
    }

    private void predict(List<Job> batch) {
        try {
            predictTogether(batch);
        } catch (RuntimeException | OutOfMemoryError failure) {
            if (batch.size() == 1) {
                batch.getFirst().decoded.completeExceptionally(failure);
            } else {
                batch.forEach(job -> predict(List.of(job))); // the others are not to blame
            }
        }
    }

    private void predictTogether(List<Job> batch) {
        if (batch.isEmpty()) {
            return;
        }
        double[] decoded = model.decoded(JoinedTable.of(
                batch.stream().map(job -> job.rows).toList(), model.columns().keySet()));
        int rows = batch.stream().mapToInt(job -> job.rows.rows()).sum();
        int start = 0;
        for (Job job : batch) {
            int length = decoded.length / rows * job.rows.rows();
            job.decoded.complete(batch.size() == 1 ? decoded : Arrays.copyOfRange(decoded, start, start + length));
            start += length;
        }
    }

    private static double[] result(Job job) {
        try {
            return job.decoded.get(Math.max(0, job.deadline.left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw late();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw HttpException.later(503, "the server is going down; ask another one", 1);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failure);
            }
        }
    }
}
