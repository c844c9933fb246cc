package slope.reference;

import java.util.List;
import java.util.Locale;
import slope.training.Trainer;

/// A training in double precision, between two of its steps. It never changes: a step makes the
/// next one.
///
///     ReferenceTraining training = ReferenceTraining.start(trainer, network, batches.size());
///     for (Batch batch : batches) {
///         training = training.step(batch.inputs(), batch.targets()).after();
///     }
///
/// A step is what the float engine's run of the same [Trainer] makes of a batch: the gradient of
/// its loss, clipped; the rate and the weight decay of their schedules; the parameter groups.
/// Dropout passes all numbers unchanged, and the caller decides which rows form a batch.
final class ReferenceTraining {
    private final Trainer settings;
    private final int stepsInAll;
    private final int stepsDone;
    private final ReferenceNetwork network;
    private final List<LayerMoments> moments;

    private ReferenceTraining(
            Trainer settings, int stepsInAll, int stepsDone, ReferenceNetwork network, List<LayerMoments> moments) {
        this.settings = settings;
        this.stepsInAll = stepsInAll;
        this.stepsDone = stepsDone;
        this.network = network;
        this.moments = moments;
    }

    /// A training before its first step.
    ///
    /// @param stepsInAll the steps of the schedules, at least 1
    static ReferenceTraining start(Trainer settings, ReferenceNetwork network, int stepsInAll) {
        if (stepsInAll < 1) {
            throw new IllegalArgumentException("training needs at least 1 step, not " + stepsInAll);
        }
        return new ReferenceTraining(
                settings, stepsInAll, 0, network, LayerMoments.start(settings.optimizer(), network));
    }

    /// A step.
    ///
    /// @param loss of the batch, before the step
    /// @param gradientLength of all parameters together, before clipping
    /// @param after the training from now on
    record Step(double loss, double gradientLength, ReferenceTraining after) {}

    /// Makes a step.
    ///
    /// @param inputs rows × the network's inputs; the rows of one ensemble member after those of
    ///     another
    /// @param targets as [LossFormulas] wants them
    Step step(Matrix inputs, Matrix targets) {
        if (stepsDone == stepsInAll) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the training has ended after %,d steps", stepsInAll));
        }
        ForwardPass forward = ForwardPass.of(network, inputs);
        BackwardPass backward = BackwardPass.of(network, forward, settings.loss(), targets);
        GradientClipping clipping =
                new GradientClipping(settings.trainingOptions().maximumGradientNorm());
        double progress = (double) stepsDone / stepsInAll;
        List<LayerUpdate> updates = new OptimizerFormulas(
                        settings.optimizer(),
                        settings.trainingOptions().parameterGroups(),
                        settings.learningRate().at(progress),
                        settings.trainingOptions().decay().at(progress),
                        stepsDone + 1)
                .update(network, clipping.clip(backward.gradients()), moments);
        return new Step(
                LossFormulas.value(settings.loss(), forward.outputs(), targets),
                GradientClipping.norm(backward.gradients()),
                new ReferenceTraining(
                        settings, stepsInAll, stepsDone + 1, network.after(updates), LayerMoments.after(updates)));
    }

    /// The network after the steps so far.
    ReferenceNetwork network() {
        return network;
    }
}
