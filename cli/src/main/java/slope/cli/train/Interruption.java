package slope.cli.train;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A request to end the process, by Ctrl-C or another signal. The process waits until this is
/// closed, so that the training can end in order.
final class Interruption implements AutoCloseable {
    /// Longer than it takes to write the results.
    private static final int MOST_SECONDS = 60;

    /// Work that is nearly done may finish.
    private static final int GRACE_MILLISECONDS = 500;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "slope-interruption");
    private volatile boolean requested;
    private volatile Optional<Runnable> ending = Optional.empty();

    Interruption() {}

    static Interruption watched() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean isRequested() {
        return requested;
    }

    /// Replaces the request by an action: after an interruption it runs while the rest of the
    /// process continues.
    void endWith(Runnable last) {
        ending = Optional.of(last);
    }

    /// The process is asked to end. Returns when it may.
    void request() {
        requested = true;
        try {
            if (ending.isPresent()) {
                if (!ended.await(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    ending.get().run();
                }
            } else {
                boolean _ = ended.await(MOST_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
