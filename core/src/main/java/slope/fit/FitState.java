package slope.fit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slope.model.Model;
import slope.recipe.UntrainedNetwork;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// Where the training of a model stands, which may be one of several networks.
///
/// @param finished the networks that are trained, in order: those of the folds, or the one with validation rows
///     and after it the one of all rows
/// @param atWork the network that is being trained; empty where none is
public record FitState(List<Finished> finished, Optional<AtWork> atWork) {

    public FitState {
        finished = List.copyOf(finished);
    }

    /// A network that is trained.
    ///
    /// @param network what it was before its parameters
    /// @param result how its training went
    public record Finished(UntrainedNetwork network, TrainingResult result) {

        /// The networks of its snapshots.
        Model model() {
            return new Model(result.snapshots().stream()
                    .map(snapshot -> network.with(snapshot.network()))
                    .toList());
        }
    }

    /// A network that is being trained.
    ///
    /// @param network what it was before its parameters
    /// @param state its own
    /// @param before the time that the training had taken when this network's turn came
    /// @param limit the time this network may take
    public record AtWork(UntrainedNetwork network, TrainingState state, Duration before, Optional<Duration> limit) {

        /// As if it ended here; empty if none of its epochs has ended.
        Optional<Finished> soFar() {
            return state.best().epoch() > 0
                    ? Optional.of(new Finished(network, state.resultSoFar(network.architecture())))
                    : Optional.empty();
        }
    }

    /// How the trainings of the finished networks went.
    public List<TrainingResult> results() {
        return finished.stream().map(Finished::result).toList();
    }
}
