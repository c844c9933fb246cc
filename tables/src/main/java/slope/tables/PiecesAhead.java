package slope.tables;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import slope.table.Table;

/// Pieces that a thread of its own makes, while those before are taken. A few may wait, so memory is bounded.
final class PiecesAhead implements PieceTaker {
    private static final int MOST_WAITING = 2;

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(MOST_WAITING);

    private PiecesAhead() {}

    /// What the thread hands over.
    private sealed interface Step {}

    private record Piece(Table table) implements Step {}

    /// The last step.
    ///
    /// @param failure of the source
    private record End(Optional<Throwable> failure) implements Step {}

    /// See [PieceTaker#ahead].
    static void pass(Consumer<PieceTaker> source, PieceTaker taker) {
        PiecesAhead ahead = new PiecesAhead();
        Thread thread = Thread.ofPlatform().daemon().name("makes pieces").start(() -> ahead.run(source));
        try {
            Step step = ahead.steps.take();
            while (step instanceof Piece(Table table)) {
                taker.take(table);
                step = ahead.steps.take();
            }
            if (step instanceof End(Optional<Throwable> failure) && failure.isPresent()) {
                rethrow(failure.get());
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            thread.interrupt(); // of no effect on one that has ended
        }
    }

    private void run(Consumer<PieceTaker> source) {
        Optional<Throwable> failure = Optional.empty();
        try {
            source.accept(this);
        } catch (RuntimeException | Error thrown) {
            failure = Optional.of(thrown);
        }
        try {
            steps.put(new End(failure));
        } catch (InterruptedException ignored) {
            // No one waits for it.
        }
    }

    @Override
    public void take(Table piece) {
        try {
            steps.put(new Piece(piece));
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static void rethrow(Throwable failure) {
        switch (failure) {
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            default -> throw new IllegalStateException(failure);
        }
    }
}
