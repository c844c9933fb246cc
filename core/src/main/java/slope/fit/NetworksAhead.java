package slope.fit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import slope.training.TrainingCallbacks;

/// Networks of one fit that are trained side by side, each on threads of its own, and taken in their order.
final class NetworksAhead implements AutoCloseable {
    private final Deque<AtWork> queue = new ArrayDeque<>();
    private final int most;
    private final int allThreads;
    private final TrainingCallbacks<FitState> callbacks;
    private final ExecutorService threads;

    private record AtWork(Turn turn, Future<FitState.Finished> result) {}

    /// The training of a network.
    @FunctionalInterface
    interface Training {
        /// Trains it, on at most so many threads.
        FitState.Finished train(int threads, TrainingCallbacks<FitState> callbacks);
    }

    /// @param most at the same time
    /// @param allThreads that networks share
    NetworksAhead(int most, int allThreads, TrainingCallbacks<FitState> callbacks) {
        this.most = most;
        this.allThreads = allThreads;
        this.callbacks = callbacks;
        threads = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "slope-network");
            thread.setDaemon(true);
            return thread;
        });
    }

    /// The number of networks at the same time.
    int most() {
        return most;
    }

    /// The number of networks that are not yet taken.
    int size() {
        return queue.size();
    }

    /// Starts the training of a network as soon as a place is free.
    ///
    /// @param remaining the number of networks to start, this one included: the last ones share the threads of all
    void start(Training training, int remaining) {
        Turn turn = new Turn();
        if (queue.isEmpty()) {
            turn.come();
        }
        TrainingCallbacks<FitState> ofTurn = TrainingCallbacks.<FitState>by(turn.listener(callbacks.listener()))
                .checkpointer(turn.checkpointer(callbacks.checkpointer()));
        int own = Math.max(1, allThreads / Math.min(most, remaining));
        queue.add(new AtWork(turn, threads.submit(() -> training.train(own, ofTurn))));
    }

    /// The first network that is not yet taken, when it is trained. An exception of its training ends all others.
    FitState.Finished next() {
        AtWork first = queue.element(); // it stays in the queue if it fails, to be given up with the others
        try {
            first.turn.come();
            FitState.Finished trained = first.result.get();
            queue.remove();
            return trained;
        } catch (ExecutionException failure) {
            throw switch (failure.getCause()) {
                case Error error -> throw error;
                case RuntimeException exception -> exception;
                case null, default -> new IllegalStateException(failure); // a training throws no other
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the thread that waits for the networks was interrupted");
        }
    }

    /// Gives up networks that are not taken, and waits until their threads have ended.
    @Override
    public void close() {
        queue.forEach(each -> each.turn.giveUp());
        queue.forEach(each -> each.result.cancel(false));
        threads.close();
    }
}
