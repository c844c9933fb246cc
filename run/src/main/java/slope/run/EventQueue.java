package slope.run;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// The events that one listener has not heard yet. A thread of its own tells them, so a listener
/// that takes its time delays nobody.
final class EventQueue {
    /// Of a listener that need not hear every epoch.
    static final int CAPACITY = 256;

    private static final System.Logger LOGGER = System.getLogger("slope.run");

    private final Consumer<RunEvent> listener;
    private final int capacity;
    private final Deque<RunEvent> waiting = new ArrayDeque<>();
    private boolean hasBegun;
    private boolean hasEnded; // of the listener's thread alone

    /// Its thread begins with the first event and ends after the last.
    ///
    /// @param capacity the number of waiting events from which on an epoch takes the place of the one before it
    EventQueue(Consumer<RunEvent> listener, int capacity) {
        this.listener = listener;
        this.capacity = capacity;
    }

    synchronized void add(RunEvent event) {
        boolean isOneOfMany = waiting.size() >= capacity
                && event instanceof RunEvent.EpochEnded
                && waiting.getLast() instanceof RunEvent.EpochEnded;
        if (isOneOfMany) {
            waiting.removeLast();
        }
        waiting.addLast(event);
        if (!hasBegun) {
            hasBegun = true;
            Thread.ofPlatform().daemon().name("slope-listener").start(this::tellAll);
        }
        notifyAll();
    }

    private void tellAll() {
        try {
            while (!hasEnded) {
                RunEvent event = next();
                hasEnded = event.isLast();
                listener.accept(event);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOGGER.log(Level.WARNING, "a listener of a run failed, and hears no more of it", failure);
        }
    }

    private synchronized RunEvent next() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.removeFirst();
    }
}
