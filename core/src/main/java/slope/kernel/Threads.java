package slope.kernel;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A fixed number of threads that run one task after another together; the caller is one of them.
///
/// Tasks of a training step take microseconds, so synchronisation must cost less than one: a
/// waiting thread watches a counter, and only goes to sleep after a while. The threads start with
/// the first task and end with [#close]. For one caller.
final class Threads implements AutoCloseable {
    /// Checks of the counter before a thread sleeps: some 50 µs, longer than the pauses between the
    /// operations of a step, and too short to matter.
    private static final int LOOKS = 2000;

    /// What all threads do, each with its own number from 0.
    interface Task {
        void run(int member);
    }

    private final int size;
    private final int looks;
    private final Follower[] followers; // all but the caller
    private Task task = ignored -> {};
    private volatile int round; // the number of the task to do; what is written before it is seen after it
    private volatile boolean closed;
    private boolean started;

    /// So many threads, the caller's included.
    Threads(int size) {
        this.size = size;
        // Threads that have no core of their own must not keep others from theirs.
        this.looks = size <= Runtime.getRuntime().availableProcessors() ? LOOKS : 1;
        this.followers = new Follower[size - 1];
        for (int index = 0; index < followers.length; index++) {
            followers[index] = new Follower(index + 1);
        }
    }

    int size() {
        return size;
    }

    /// Does a task with all threads and returns when the last one has finished.
    ///
    /// @throws IllegalStateException if the task failed in another thread; what it threw in the
    ///     caller's is thrown as it is
    void run(Task task) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        if (!started) {
            start();
        }
        this.task = task;
        int now = round + 1;
        round = now;
        for (Follower follower : followers) {
            if (follower.asleep) {
                LockSupport.unpark(follower.thread);
            }
        }
        try {
            task.run(0);
        } finally {
            for (Follower follower : followers) {
                follower.awaitDone(now);
            }
        }
        for (Follower follower : followers) {
            follower.throwFailure();
        }
    }

    private void start() {
        started = true;
        for (Follower follower : followers) {
            follower.thread.start();
        }
    }

    /// Ends the threads and waits until they have ended.
    @Override
    public void close() {
        closed = true;
        int next = round + 1;
        round = next;
        if (started) {
            for (Follower follower : followers) {
                LockSupport.unpark(follower.thread);
                follower.join();
            }
        }
    }

    private final class Follower {
        private final int number;
        private final Thread thread;
        private volatile int done; // the last task it finished
        private volatile boolean asleep;
        private @Nullable Throwable failure; // of the last task

        Follower(int number) {
            this.number = number;
            this.thread = Thread.ofPlatform().daemon().name("slope-" + number).unstarted(this::work);
        }

        private void work() {
            int last = 0;
            while (true) {
                awaitRoundAfter(last);
                if (closed) {
                    return;
                }
                last++;
                try {
                    task.run(number);
                } catch (Throwable thrown) {
                    failure = thrown;
                }
                done = last;
            }
        }

        private void awaitRoundAfter(int last) {
            for (int look = 0; look < looks; look++) {
                if (round != last) {
                    return;
                }
                Thread.onSpinWait();
            }
            // The caller writes the round before it reads `asleep`, this thread the other way round: one of them
            // sees the other.
            asleep = true;
            while (round == last) {
                LockSupport.park(this);
            }
            asleep = false;
        }

        /// Sleeping would take longer than what there is to wait for; where cores are short, the
        /// thread that is waited for may need this one.
        @SuppressWarnings("ThreadPriorityCheck")
        private void awaitDone(int number) {
            for (int look = 0; done != number; look++) {
                if (look < looks) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }

        private void throwFailure() {
            Throwable thrown = failure;
            failure = null;
            if (thrown != null) {
                throw new IllegalStateException("a thread of the engine failed", thrown);
            }
        }

        private void join() {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException ignored) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
