package slope.training;

import java.util.List;
import java.util.Optional;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.optimizer.OptimizerState;

/// The complete state of a training between two steps. A training that resumes from it, with the
/// same settings and rows, ends with the same bits.
///
/// It holds no random generator: random numbers depend on the seed and the number of the epoch or
/// step.
///
/// @param place the progress so far
/// @param current what the next step starts from
/// @param kept the best epoch so far, followed by the best of other learning-rate cycles, where
///     they are kept
/// @param history the epochs that have ended
/// @param recoveries from divergence
/// @param times spent so far
public record TrainingState(
        Place place,
        Current current,
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

    /// The result if training ended here, with the best epoch so far alone.
    ///
    /// @param architecture of the network
    public TrainingResult resultSoFar(Architecture architecture) {
        Network network = Network.of(architecture, best().parameters());
        return new TrainingResult(
                List.of(new TrainingResult.Snapshot(best().epoch(), network)), history, recoveries, Optional.empty());
    }

    /// The progress of a training.
    ///
    /// @param batches finished in the current epoch, which follows those that have ended
    /// @param lossSum of those batches, see [LossMeter]
    /// @param weightSum of those batches
    /// @param steps in all epochs
    /// @param lastRate the learning rate of the last step
    /// @param lastLoss of the last batch
    public record Place(int batches, double lossSum, double weightSum, long steps, double lastRate, double lastLoss) {}

    /// What the next step starts from.
    ///
    /// @param parameters after the last step
    /// @param optimizer the optimizer's memory
    public record Current(Parameters parameters, OptimizerState optimizer) {}

    /// The best epoch of several.
    ///
    /// @param epoch its number, or 0 if none has ended
    /// @param score that it was chosen by
    /// @param parameters after it; those of the start if none has ended
    public record Best(int epoch, double score, Parameters parameters) {}

    /// Times in nanoseconds.
    ///
    /// @param passed since the training started, without interruptions
    /// @param inEpoch since the current epoch started
    /// @param validation the duration of the last validation, −1 if there was none
    public record Times(long passed, long inEpoch, long validation) {}
}
