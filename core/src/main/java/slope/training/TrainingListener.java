package slope.training;

import java.util.function.Supplier;
import slope.layer.Parameters;

/// Callbacks of a training, called in the thread that trains; whatever one throws ends the training.
///
/// Of a model of several networks, all are trained with the same callbacks, one after another.
@FunctionalInterface
public interface TrainingListener {

    /// An epoch has ended.
    void epochEnded(EpochReport report);

    /// A batch within an epoch has ended; called often, so do little.
    ///
    /// @param epoch the epoch's number, from 1
    /// @param batch the batch's number, from 1
    /// @param batches in the epoch
    default void batchEnded(int epoch, int batch, int batches) {}

    /// The gradient of a batch is computed, not yet clipped; called often, so do little.
    ///
    /// @param epoch the epoch's number, from 1
    /// @param batch the batch's number, from 1
    /// @param gradient copies the derivatives with respect to each parameter, where the parameters stand; to be
    ///     asked before the callback returns
    default void gradientComputed(int epoch, int batch, Supplier<Parameters> gradient) {}

    /// Whether the training of the network ends here, with the best epoch so far; asked after each
    /// [#epochEnded], of the same epoch again where a training goes on from its state.
    default boolean stopsAfter(EpochReport report) {
        return false;
    }

    /// The numbers stopped being finite, and training goes back: see [Divergence#RECOVERS].
    ///
    /// @param cause what would have ended it
    default void recovered(Recovery recovery, DivergedException cause) {}

    /// Hears nothing.
    static TrainingListener silent() {
        return ignored -> {};
    }
}
