package slope.training;

import java.util.Objects;
import slope.optimizer.LearningRate;
import slope.optimizer.ParameterGroups;
import slope.optimizer.Schedule;

/// Options of a training beyond the usual settings of a [Trainer]; recipes set them.
///
/// @param parameterGroups the multipliers of each kind of parameters
/// @param decay the schedule of the optimizer's weight decay
/// @param dropout the schedule of the layers' dropout rates
/// @param maximumGradientNorm the norm to which the gradient of all parameters is clipped (Pascanu
///     et al. 2013, arXiv 1211.5063); infinite for no clipping
/// @param lastBatch what happens to the last rows of an epoch if they fill no batch
/// @param averagedEpochs over how many epochs the parameters are averaged before they are scored
///     and kept (Polyak and Juditsky 1992); 0 for those of the last step
/// @param ties which of equally good epochs is kept
/// @param kept which epochs are kept
public record TrainingOptions(
        ParameterGroups parameterGroups,
        Schedule decay,
        Schedule dropout,
        double maximumGradientNorm,
        LastBatch lastBatch,
        double averagedEpochs,
        Ties ties,
        Kept kept) {

    /// What happens to the last rows of an epoch if they fill no batch.
    public enum LastBatch {
        /// They are a smaller batch.
        KEPT,
        /// They are left out of the epoch, unless there is no whole batch at all.
        DROPPED
    }

    /// Which of equally good epochs is kept.
    public enum Ties {
        EARLIER,
        LATER
    }

    /// Which epochs of a training are kept.
    public enum Kept {
        BEST_EPOCH,
        /// The best epoch of each learning-rate cycle, see [LearningRate#cycles].
        BEST_OF_EACH_CYCLE
    }

    public TrainingOptions {
        Objects.requireNonNull(parameterGroups, "parameterGroups");
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(dropout, "dropout");
        if (!(maximumGradientNorm > 0)) {
            throw new IllegalArgumentException("the maximum gradient norm must be above 0, not " + maximumGradientNorm);
        }
        Objects.requireNonNull(lastBatch, "lastBatch");
        if (!(averagedEpochs >= 0 && averagedEpochs < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("parameters are averaged over 0 epochs or more, not " + averagedEpochs);
        }
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(kept, "kept");
    }

    /// The defaults.
    public static TrainingOptions none() {
        return new TrainingOptions(
                ParameterGroups.usual(),
                Schedule.CONSTANT,
                Schedule.CONSTANT,
                Double.POSITIVE_INFINITY,
                LastBatch.KEPT,
                0,
                Ties.EARLIER,
                Kept.BEST_EPOCH);
    }

    /// Those of RealMLP-TD: its own parameter groups, decay and dropout that fade in the second
    /// half, whole batches only, the later of equal epochs.
    public static TrainingOptions realMlp() {
        return new TrainingOptions(
                ParameterGroups.realMlp(),
                Schedule.FLAT_COSINE,
                Schedule.FLAT_COSINE,
                Double.POSITIVE_INFINITY,
                LastBatch.DROPPED,
                0,
                Ties.LATER,
                Kept.BEST_EPOCH);
    }

    public TrainingOptions parameterGroups(ParameterGroups parameterGroups) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions decay(Schedule decay) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions dropout(Schedule dropout) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions maximumGradientNorm(double maximumGradientNorm) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions lastBatch(LastBatch lastBatch) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions averagedEpochs(double averagedEpochs) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions ties(Ties ties) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions kept(Kept kept) {
        return new TrainingOptions(
                parameterGroups, decay, dropout, maximumGradientNorm, lastBatch, averagedEpochs, ties, kept);
    }
}
