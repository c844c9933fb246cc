package slope.training;

import java.util.List;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.optimizer.OptimizerState;

/// Everything that decides how a training goes on, at a moment between two steps. A training that goes
/// on from it, with the same settings and rows, ends with the same bits.
///
/// There is no generator in it: whatever is random comes from the seed and the number of the epoch or
/// step.
///
/// @param place how far it has come
/// @param parameters as they are
/// @param optimizer what it remembers
/// @param kept the best epoch so far, and behind it the best of other cycles of the learning rate, where they
///     are kept
/// @param history the epochs that have ended
/// @param recoveries from numbers that were not finite
/// @param times that it took so far
public record TrainingState(
        Place place,
        Parameters parameters,
        OptimizerState optimizer,
        List<Best> kept,
        List<EpochReport> history,
        List<Recovery> recoveries,
        Times times) {

    public TrainingState {
        kept = List.copyOf(kept);
        history = List.copyOf(history);
        recoveries = List.copyOf(recoveries);
    }

    /// The best epoch so far.
    public Best best() {
        return kept.getFirst();
    }

    /// What the training would have made if it ended here, with the best epoch so far alone.
    ///
    /// @param architecture of the network
    public TrainingResult resultSoFar(Architecture architecture) {
        Network network = Network.of(architecture, best().parameters());
        return new TrainingResult(List.of(new TrainingResult.Snapshot(best().epoch(), network)), history, recoveries);
    }

    /// How far a training has come.
    ///
    /// @param batches that are done in the epoch at work, which follows those that have ended
    /// @param lossSum of those batches, see [LossMeter]
    /// @param weightSum of those batches
    /// @param steps in all epochs
    /// @param lastRate the learning rate of the last step
    /// @param lastLoss of the last batch
    public record Place(int batches, double lossSum, double weightSum, long steps, double lastRate, double lastLoss) {}

    /// The best of some epochs.
    ///
    /// @param epoch its number, or 0 if none has ended
    /// @param judged what it was chosen by
    /// @param parameters after it; those of the start if none has ended
    public record Best(int epoch, double judged, Parameters parameters) {}

    /// Times in nanoseconds.
    ///
    /// @param passed since the training started, without those in which it stood still
    /// @param inEpoch since the epoch at work started
    /// @param validation that the last look at the validation rows took, −1 if there was none
    public record Times(long passed, long inEpoch, long validation) {}
}
