package slope.training;

/// Hears how training goes, in the thread that trains; whatever it throws ends the training.
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

    /// The numbers stopped being finite, and training goes back: see [Divergence#RECOVERS].
    ///
    /// @param cause what would have ended it
    default void recovered(Recovery recovery, DivergedException cause) {}

    /// Hears nothing.
    static TrainingListener silent() {
        return ignored -> {};
    }
}
