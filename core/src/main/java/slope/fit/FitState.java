package slope.fit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// Where the training of a model stands, which may be one of several networks.
///
/// @param finished the networks that are trained, in order: those of the folds, or the one with rows kept
///     apart and after it the one of all rows
/// @param atWork the network that is being trained; empty where none is
public record FitState(List<TrainingResult> finished, Optional<AtWork> atWork) {

    public FitState {
        finished = List.copyOf(finished);
    }

    /// A network that is being trained.
    ///
    /// @param state its own
    /// @param before the time that the training had taken when this network's turn came
    /// @param limit the time this network may take
    public record AtWork(TrainingState state, Duration before, Optional<Duration> limit) {}
}
