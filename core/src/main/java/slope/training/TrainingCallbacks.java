package slope.training;

import java.util.Optional;

/// The callbacks of a training.
///
/// @param <S> what its states are
/// @param listener hears how it goes and may end it
/// @param keeper writes checkpoints
/// @param from the state to go on from, as a keeper was given it by a training with the same settings
///     and rows; empty to start from the beginning
public record TrainingCallbacks<S>(TrainingListener listener, Checkpointer<S> keeper, Optional<S> from) {

    /// A training from the beginning without checkpoints.
    public static <S> TrainingCallbacks<S> by(TrainingListener listener) {
        return new TrainingCallbacks<>(listener, Checkpointer.none(), Optional.empty());
    }

    /// The same with checkpoints.
    public TrainingCallbacks<S> keptBy(Checkpointer<S> keeper) {
        return new TrainingCallbacks<>(listener, keeper, from);
    }

    /// The same, from a state on.
    public TrainingCallbacks<S> from(S state) {
        return new TrainingCallbacks<>(listener, keeper, Optional.of(state));
    }
}
