package slope.training;

import java.util.function.Supplier;
import slope.layer.Parameters;

/// Callbacks of a training, called one at a time, in the thread that trains or in the one that waits for it. An
/// exception from one ends the training.
///
/// The networks of one model have the same callbacks, in the order of the networks. Some may be trained side by side:
/// then a network's epochs are told when its turn comes, and its batches, gradients and steps from then on.
@FunctionalInterface
public interface TrainingListener {

    /// A network of several begins, or goes on where the training resumes.
    default void networkStarted(NetworkStart start) {}

    /// An epoch has ended.
    void epochEnded(EpochReport report);

    /// A batch has ended; called often, so do little.
    ///
    /// @param epoch the epoch's number, from 1
    /// @param batch the batch's number, from 1
    /// @param batches in the epoch
    default void batchEnded(int epoch, int batch, int batches) {}

    /// The gradient of a batch is computed and not yet clipped; called often, so do little.
    ///
    /// @param epoch the epoch's number, from 1
    /// @param batch the batch's number, from 1
    /// @param gradient copies the derivatives with respect to each parameter, in the parameters'
    ///     layout; valid until the callback returns
    default void gradientComputed(int epoch, int batch, Supplier<Parameters> gradient) {}

    /// Whether [#stepEnded] wants a step as a whole; asked before each, so do little.
    ///
    /// @param epoch the epoch's number, from 1
    /// @param batch the batch's number, from 1
    default boolean wantsStep(int epoch, int batch) {
        return false;
    }

    /// A step that was wanted has ended. Where training recovers, the steps of an epoch are made
    /// again: the last one counts.
    default void stepEnded(TrainedStep step) {}

    /// Whether the training of the network stops here, with the best epoch so far; called after
    /// each [#epochEnded], and once more for the same epoch when a training resumes.
    default boolean stopsAfter(EpochReport report) {
        return false;
    }

    /// Numbers stopped being finite, and training recovers: see [Divergence#RECOVERS].
    ///
    /// @param cause the exception that would have ended it
    default void recovered(Recovery recovery, DivergedException cause) {}

    /// No callbacks.
    static TrainingListener silent() {
        return ignored -> {};
    }
}
