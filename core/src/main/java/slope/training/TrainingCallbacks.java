package slope.training;

import java.util.Optional;

/// The callbacks of a training. A value: each method with a callback gives others.
///
/// @param <S> the type of the training's states
public final class TrainingCallbacks<S> {
    private final TrainingListener listener;
    private final Checkpointer<S> checkpointer;
    private final Optional<S> from;

    private TrainingCallbacks(TrainingListener listener, Checkpointer<S> checkpointer, Optional<S> from) {
        this.listener = listener;
        this.checkpointer = checkpointer;
        this.from = from;
    }

    /// A training from the beginning without checkpoints.
    public static <S> TrainingCallbacks<S> by(TrainingListener listener) {
        return new TrainingCallbacks<>(listener, Checkpointer.none(), Optional.empty());
    }

    /// Follows the progress and may end the training.
    public TrainingListener listener() {
        return listener;
    }

    /// Writes checkpoints.
    public Checkpointer<S> checkpointer() {
        return checkpointer;
    }

    /// The same with checkpoints.
    public TrainingCallbacks<S> checkpointer(Checkpointer<S> checkpointer) {
        return new TrainingCallbacks<>(listener, checkpointer, from);
    }

    /// The state to resume from; empty to start from the beginning.
    public Optional<S> from() {
        return from;
    }

    /// The same, resuming from a state, which a checkpointer received from a training with the same
    /// settings and rows.
    public TrainingCallbacks<S> from(S state) {
        return new TrainingCallbacks<>(listener, checkpointer, Optional.of(state));
    }
}
