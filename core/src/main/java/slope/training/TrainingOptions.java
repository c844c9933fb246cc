package slope.training;

import slope.optimizer.LearningRate;
import slope.optimizer.ParameterGroups;
import slope.optimizer.Schedule;

/// Options of a training beyond the usual settings of a [Trainer]; recipes set them. A value: each
/// method with an option gives others.
public final class TrainingOptions {
    private final Steps steps;
    private final Choice choice;

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

    /// What changes steps.
    private record Steps(
            ParameterGroups parameterGroups,
            Schedule decay,
            Schedule dropout,
            double maximumGradientNorm,
            LastBatch lastBatch) {
        Steps {
            if (!(maximumGradientNorm > 0)) {
                throw new IllegalArgumentException(
                        "the maximum gradient norm must be above 0, not " + maximumGradientNorm);
            }
        }
    }

    /// Which parameters come of the steps.
    private record Choice(double averagedEpochs, Ties ties, Kept kept) {
        Choice {
            if (!(averagedEpochs >= 0 && averagedEpochs < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "parameters are averaged over 0 epochs or more, not " + averagedEpochs);
            }
        }
    }

    private TrainingOptions(Steps steps, Choice choice) {
        this.steps = steps;
        this.choice = choice;
    }

    /// The defaults.
    public static TrainingOptions none() {
        return new TrainingOptions(
                new Steps(
                        ParameterGroups.defaults(),
                        Schedule.CONSTANT,
                        Schedule.CONSTANT,
                        Double.POSITIVE_INFINITY,
                        LastBatch.KEPT),
                new Choice(0, Ties.EARLIER, Kept.BEST_EPOCH));
    }

    /// Those of RealMLP-TD: its own parameter groups, decay and dropout that fade in the second
    /// half, whole batches only, the later of equal epochs.
    public static TrainingOptions realMlp() {
        return none().parameterGroups(ParameterGroups.realMlp())
                .decay(Schedule.FLAT_COSINE)
                .dropout(Schedule.FLAT_COSINE)
                .lastBatch(LastBatch.DROPPED)
                .ties(Ties.LATER);
    }

    /// The multipliers of each kind of parameters.
    public ParameterGroups parameterGroups() {
        return steps.parameterGroups;
    }

    public TrainingOptions parameterGroups(ParameterGroups parameterGroups) {
        return with(new Steps(parameterGroups, steps.decay, steps.dropout, steps.maximumGradientNorm, steps.lastBatch));
    }

    /// The schedule of the optimizer's weight decay.
    public Schedule decay() {
        return steps.decay;
    }

    public TrainingOptions decay(Schedule decay) {
        return with(new Steps(steps.parameterGroups, decay, steps.dropout, steps.maximumGradientNorm, steps.lastBatch));
    }

    /// The schedule of the layers' dropout rates.
    public Schedule dropout() {
        return steps.dropout;
    }

    public TrainingOptions dropout(Schedule dropout) {
        return with(new Steps(steps.parameterGroups, steps.decay, dropout, steps.maximumGradientNorm, steps.lastBatch));
    }

    /// The norm to which the gradient of all parameters is clipped (Pascanu et al. 2013, arXiv
    /// 1211.5063); infinite for no clipping.
    public double maximumGradientNorm() {
        return steps.maximumGradientNorm;
    }

    public TrainingOptions maximumGradientNorm(double maximumGradientNorm) {
        return with(new Steps(steps.parameterGroups, steps.decay, steps.dropout, maximumGradientNorm, steps.lastBatch));
    }

    /// What happens to the last rows of an epoch if they fill no batch.
    public LastBatch lastBatch() {
        return steps.lastBatch;
    }

    public TrainingOptions lastBatch(LastBatch lastBatch) {
        return with(new Steps(steps.parameterGroups, steps.decay, steps.dropout, steps.maximumGradientNorm, lastBatch));
    }

    private TrainingOptions with(Steps other) {
        return new TrainingOptions(other, choice);
    }

    /// Over how many epochs the parameters are averaged before they are scored and kept (Polyak and
    /// Juditsky 1992); 0 for those of the last step.
    public double averagedEpochs() {
        return choice.averagedEpochs;
    }

    public TrainingOptions averagedEpochs(double averagedEpochs) {
        return with(new Choice(averagedEpochs, choice.ties, choice.kept));
    }

    /// Which of equally good epochs is kept.
    public Ties ties() {
        return choice.ties;
    }

    public TrainingOptions ties(Ties ties) {
        return with(new Choice(choice.averagedEpochs, ties, choice.kept));
    }

    /// Which epochs are kept.
    public Kept kept() {
        return choice.kept;
    }

    public TrainingOptions kept(Kept kept) {
        return with(new Choice(choice.averagedEpochs, choice.ties, kept));
    }

    private TrainingOptions with(Choice other) {
        return new TrainingOptions(steps, other);
    }
}
