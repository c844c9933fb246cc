package slope.cli.train;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells a training that somebody wants the process to end, by Ctrl-C or otherwise, and lets it end in
/// order: the process waits until this is closed.
final class Interruption implements AutoCloseable {
    /// Longer than it takes to write what is to be kept.
    private static final int MOST_SECONDS = 60;

    /// What is nearly done may come to its own end.
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

    /// From now on nobody asks whether the end is requested: once it is, this runs instead, while the rest of
    /// the process goes on.
    void endWith(Runnable last) {
        ending = Optional.of(last);
    }

    /// Somebody wants the process to end. Returns when it may.
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
