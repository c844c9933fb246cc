package slope.tables;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that is done on several threads, and whose results are taken in the order in which it was given.
///
/// @param <T> a result
final class OrderedWork<T> implements AutoCloseable {
    /// More do not help: what comes before and after the work is done by one.
    static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors());

    private final int threads;
    private final Consumer<T> taker;
    private final ExecutorService workers;
    private final Deque<Future<T>> given = new ArrayDeque<>();

    /// @param taker takes the results, on the thread that gives the work
    OrderedWork(int threads, Consumer<T> taker) {
        this.threads = threads;
        this.taker = taker;
        this.workers = Executors.newFixedThreadPool(
                threads, work -> Thread.ofPlatform().daemon().name("reads rows").unstarted(work));
    }

    /// Gives some work. Where there is enough of it, the first result is waited for.
    void give(Supplier<T> work) throws InterruptedIOException {
        if (threads == 1) {
            taker.accept(work.get());
            return;
        }
        given.add(workers.submit(work::get));
        while (given.size() > threads + 1
                || (!given.isEmpty() && given.getFirst().isDone())) {
            take();
        }
    }

    /// Takes all results.
    void finish() throws InterruptedIOException {
        while (!given.isEmpty()) {
            take();
        }
    }

    /// Ends the threads, without the results that were not taken.
    @Override
    public void close() {
        workers.shutdownNow();
    }

    private void take() throws InterruptedIOException {
        try {
            taker.accept(given.remove().get());
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw new IllegalStateException(failure);
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
