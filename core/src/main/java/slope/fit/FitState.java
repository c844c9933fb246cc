package slope.fit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slope.model.Model;
import slope.recipe.UntrainedNetwork;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// The state of a fit, which may train several networks.
///
/// @param finished the trained networks in order: those of the folds, or the one with validation
///     rows followed by the one of all rows
/// @param atWork the network in training; empty if there is none
/// @param linearTrial the outcome of the trial of a linear part; empty if there was none
public record FitState(List<Finished> finished, Optional<AtWork> atWork, Optional<LinearTrial> linearTrial) {

    public FitState {
        finished = List.copyOf(finished);
    }

    /// A network that is trained.
    ///
    /// @param network the network before its parameters were trained
    /// @param result the result of its training
    public record Finished(UntrainedNetwork network, TrainingResult result) {

        boolean hasLinearPart() {
            return network.linear().isPresent();
        }

        /// The networks of its snapshots.
        Model model() {
            return new Model(result.snapshots().stream()
                    .map(snapshot -> network.with(snapshot.network()))
                    .toList());
        }
    }

    /// A network in training.
    ///
    /// @param network the network before its parameters were trained
    /// @param state the state of its training
    /// @param before the time spent before this network's training
    /// @param limit the time limit of this network
    public record AtWork(UntrainedNetwork network, TrainingState state, Duration before, Optional<Duration> limit) {

        /// The result if training ended here; empty if none of its epochs has ended.
        Optional<Finished> soFar() {
            return state.best().epoch() > 0
                    ? Optional.of(new Finished(network, state.resultSoFar(network.architecture())))
                    : Optional.empty();
        }
    }

    /// Whether the first network is being trained again, with a linear part on trial.
    public boolean isOnTrial() {
        return finished.size() == 1
                && !finished.getFirst().hasLinearPart()
                && atWork.flatMap(each -> each.network().linear()).isPresent();
    }

    /// The number of the network at work, from 0 in the order of training.
    int number() {
        return isOnTrial() ? 0 : finished.size();
    }

    /// The training results of the finished networks.
    public List<TrainingResult> results() {
        return finished.stream().map(Finished::result).toList();
    }
}
