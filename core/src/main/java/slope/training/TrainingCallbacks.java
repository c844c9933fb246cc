package slope.training;

import java.util.Optional;

/// The callbacks of a training.
///
/// @param <S> the type of the training's states
/// @param listener follows the progress and may end the training
/// @param keeper writes checkpoints
/// @param from the state to resume from, which a checkpointer received from a training with the
///     same settings and rows; empty to start from the beginning
public record TrainingCallbacks<S>(TrainingListener listener, Checkpointer<S> keeper, Optional<S> from) {

    /// A training from the beginning without checkpoints.
    public static <S> TrainingCallbacks<S> by(TrainingListener listener) {
        return new TrainingCallbacks<>(listener, Checkpointer.none(), Optional.empty());
    }

    /// The same with checkpoints.
    public TrainingCallbacks<S> keptBy(Checkpointer<S> keeper) {
        return new TrainingCallbacks<>(listener, keeper, from);
    }

    /// The same, resuming from a state.
    public TrainingCallbacks<S> from(S state) {
        return new TrainingCallbacks<>(listener, keeper, Optional.of(state));
    }
}
