package slope.training;

import java.util.Objects;
import slope.optimizer.LearningRate;
import slope.optimizer.ParameterGroups;
import slope.optimizer.Schedule;

/// What recipes settle beyond the ordinary settings of a [Trainer].
///
/// @param factors how each kind of parameters moves and decays
/// @param decay how much of an optimizer's decay is left as training goes on
/// @param dropout how much of the layers' dropout rates is left
/// @param longestGradient a longer gradient, all parameters together, is shortened to this length
///     (Pascanu et al. 2013, arXiv 1211.5063); infinite where none is too long
/// @param lastBatch what becomes of an epoch's last rows where they fill no batch
/// @param averagedEpochs how many epochs back the parameters are averaged that an epoch is judged and
///     kept with (Polyak and Juditsky 1992); 0 where it is those of its last step
/// @param ties which of equally good epochs is kept
/// @param kept what of a training is kept
public record TrainingOptions(
        ParameterGroups factors,
        Schedule decay,
        Schedule dropout,
        double longestGradient,
        LastBatch lastBatch,
        double averagedEpochs,
        Ties ties,
        Kept kept) {

    /// What becomes of an epoch's last rows where they fill no batch.
    public enum LastBatch {
        /// They are a smaller batch.
        KEPT,
        /// They wait for the next epoch's order, unless there is no whole batch at all.
        DROPPED
    }

    /// Which of equally good epochs is kept.
    public enum Ties {
        EARLIER,
        LATER
    }

    /// What of a training is kept.
    public enum Kept {
        BEST_EPOCH,
        /// The best epoch of each wave of the learning rate, see [LearningRate#waves].
        BEST_OF_EACH_WAVE
    }

    public TrainingOptions {
        Objects.requireNonNull(factors, "factors");
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(dropout, "dropout");
        if (!(longestGradient > 0)) {
            throw new IllegalArgumentException("the longest gradient must be above 0, not " + longestGradient);
        }
        Objects.requireNonNull(lastBatch, "lastBatch");
        if (!(averagedEpochs >= 0 && averagedEpochs < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("parameters are averaged over 0 epochs or more, not " + averagedEpochs);
        }
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(kept, "kept");
    }

    /// Nothing out of the ordinary.
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

    /// Those of RealMLP-TD: its own factors, decay and dropout that fade in the second half, whole
    /// batches only, the later of equal epochs.
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

    public TrainingOptions factors(ParameterGroups factors) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions decay(Schedule decay) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions dropout(Schedule dropout) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions longestGradient(double longestGradient) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions lastBatch(LastBatch lastBatch) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions averagedEpochs(double averagedEpochs) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions ties(Ties ties) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }

    public TrainingOptions kept(Kept kept) {
        return new TrainingOptions(factors, decay, dropout, longestGradient, lastBatch, averagedEpochs, ties, kept);
    }
}
