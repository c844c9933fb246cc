package slope.training;

import java.util.Optional;

/// Who looks after a training.
///
/// @param <S> what its states are
/// @param listener hears how it goes
/// @param keeper keeps its states
/// @param from the state to go on from, as a keeper was given it by a training with the same settings
///     and rows; empty to start from the beginning
public record Supervision<S>(TrainingListener listener, StateKeeper<S> keeper, Optional<S> from) {

    /// A training from the beginning that nobody keeps.
    public static <S> Supervision<S> by(TrainingListener listener) {
        return new Supervision<>(listener, StateKeeper.none(), Optional.empty());
    }

    /// The same, with somebody who keeps its states.
    public Supervision<S> keptBy(StateKeeper<S> keeper) {
        return new Supervision<>(listener, keeper, from);
    }

    /// The same, from a state on.
    public Supervision<S> from(S state) {
        return new Supervision<>(listener, keeper, Optional.of(state));
    }
}
