package slope.serve.studio.event;

import java.time.Duration;

/// Rings when something has changed. Who waits for it looks then what that is: nothing waits in a queue, so a slow
/// listener costs nothing, and hears of many changes at once.
public final class Bell {
    private long rings;
    private boolean isClosed;

    /// Something has changed.
    public synchronized void ring() {
        rings++;
        notifyAll();
    }

    /// Nothing will change any more; who waits returns.
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    public synchronized boolean isClosed() {
        return isClosed;
    }

    /// How often it has rung.
    public synchronized long rings() {
        return rings;
    }

    /// Waits until it has rung again, or is closed.
    ///
    /// @param heard how often it had rung before
    /// @param most how long to wait
    /// @return how often it has rung by now
    public synchronized long await(long heard, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis(); rings == heard && !isClosed && left > 0; ) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
        return rings;
    }
}
