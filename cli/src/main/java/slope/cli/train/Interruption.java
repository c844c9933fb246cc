package slope.cli.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A request to end the process, by Ctrl-C or another signal. A training or a server ends in order: the process
/// waits until this is closed. Before it has taken over, and for other commands, there is a last
/// word, and the process ends at once.
public final class Interruption implements AutoCloseable {
    /// Longer than it takes to write the results.
    private static final int MOST_SECONDS = 60;

    private final Runnable lastWord;
    private final CompletableFuture<Void> requested = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "slope-interruption");
    private boolean endsInOrder;

    private Interruption(Runnable lastWord) {
        this.lastWord = lastWord;
    }

    /// Signals to this process are requests from now on.
    public static Interruption watched(Runnable lastWord) {
        Interruption interruption = new Interruption(lastWord);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /// No signal is noticed.
    public static Interruption none() {
        return new Interruption(() -> {});
    }

    /// From now on the caller ends in order when it is asked to.
    ///
    /// @return false if it is too late, because the process ends already
    public synchronized boolean takeOver() {
        endsInOrder = true;
        return !isRequested();
    }

    boolean isRequested() {
        return requested.isDone();
    }

    /// Acts once the process is asked to end, or at once if it is already.
    public void onRequest(Runnable action) {
        CompletableFuture<Void> _ = requested.thenRun(action);
    }

    /// The process is asked to end. Returns when it may.
    void request() {
        try {
            if (isEndedInOrder()) {
                boolean _ = ended.await(MOST_SECONDS, TimeUnit.SECONDS);
            } else {
                lastWord.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isEndedInOrder() {
        requested.complete(null);
        return endsInOrder;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook with it.
        }
    }
}
