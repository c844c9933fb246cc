package slope.reference;

import java.util.List;
import java.util.Optional;
import slope.optimizer.Lbfgs;
import slope.optimizer.ParameterGroups;
import slope.optimizer.UpdateRule;
import slope.training.TrainedStep;
import slope.training.Trainer;

/// One step of a training with every number: forward pass, loss, backward pass, clipping, the
/// optimizer's memory, each parameter's change, and the average of the parameters.
///
///     TracedStep traced = TracedStep.of(plan.train(0, new WantedStep(3, 17)));
///
/// It is what the float engine's step of the same [Trainer] makes of the same rows: the gradient of
/// their loss, clipped; the rate and the weight decay of their schedules; the parameter groups;
/// dropout with the same mask.
public final class TracedStep {
    private final ReferenceTraining training;
    private final StepRows rows;
    private final StepFormulas formulas;
    private final ForwardPass forward;
    private final BackwardPass backward;
    private final List<LayerUpdate> updates;
    private final ReferenceTraining next;

    /// @param training before the step
    TracedStep(ReferenceTraining training, StepRows rows) {
        this(training, rows, training.formulas());
    }

    private TracedStep(ReferenceTraining training, StepRows rows, StepFormulas formulas) {
        this.training = training;
        this.rows = rows;
        this.formulas = formulas;
        this.forward = ForwardPass.of(training.network(), rows.inputs(), rows.draws());
        LossFormulas.requireFitting(
                training.settings().loss(), training.network().architecture());
        this.backward = BackwardPass.of(
                training.network(),
                forward,
                rows.lossGradient(training.settings().loss(), forward.outputs()));
        GradientClipping clipping =
                new GradientClipping(training.settings().trainingOptions().maximumGradientNorm());
        this.updates = List.copyOf(
                formulas.update(training.network(), clipping.clip(backward.gradients()), training.moments()));
        this.next = training.after(updates);
    }

    /// A step of the float engine, computed from the same state before it.
    public static TracedStep of(TrainedStep step) {
        ReferenceTraining training = ReferenceTraining.before(step);
        StepRows rows = StepRows.of(step);
        return switch (training.settings().optimizer()) {
            case UpdateRule ignored -> new TracedStep(training, rows);
            case Lbfgs lbfgs -> new TracedStep(training, rows, LbfgsFormulas.of(lbfgs, step, rows.weight()));
        };
    }

    /// The settings of the training.
    public Trainer settings() {
        return training.settings();
    }

    /// The network before the step.
    public ReferenceNetwork before() {
        return training.network();
    }

    /// The inputs, rows × inputs.
    public Matrix inputs() {
        return rows.inputs();
    }

    /// The targets, as [LossFormulas] wants them.
    public Matrix targets() {
        return rows.targets();
    }

    /// The weight of each row, or none where each counts 1.
    public List<Double> weights() {
        return rows.weights();
    }

    /// From inputs to outputs, with what dropout drops.
    public ForwardPass forward() {
        return forward;
    }

    /// The loss of all rows together, before the step.
    public double loss() {
        return rows.loss(settings().loss(), forward.outputs());
    }

    /// From the loss to every gradient, before clipping.
    public BackwardPass backward() {
        return backward;
    }

    /// The norm of the gradients of all parameters together, before clipping.
    public double gradientNorm() {
        return GradientClipping.norm(backward.gradients());
    }

    /// What clipping multiplies each gradient by, 1 where they are short enough.
    public double clipping() {
        return Math.min(1, settings().trainingOptions().maximumGradientNorm() / gradientNorm());
    }

    /// The learning rate of the step, before the multipliers of each [ParameterGroups] role; of
    /// [Lbfgs] the length of the step.
    public double rate() {
        return formulas.rate();
    }

    /// The share of the weight decay that its schedule leaves.
    public double decayShare() {
        return formulas.decayShare();
    }

    /// The share of the dropout rates that their schedule leaves.
    public double dropoutShare() {
        return settings().trainingOptions().dropout().at(training.place().progress());
    }

    /// The steps that the optimizer's memory knows, this one included: t of its formulas.
    public long stepsOfMemory() {
        return formulas.iteration();
    }

    /// The step along its direction, where it is one of [Lbfgs].
    public Optional<TracedLine> line() {
        if (!(formulas instanceof LbfgsFormulas lbfgs)) {
            return Optional.empty();
        }
        ForwardPass ahead = ForwardPass.of(after(), rows.inputs(), rows.draws());
        BackwardPass behind =
                BackwardPass.of(after(), ahead, rows.lossGradient(settings().loss(), ahead.outputs()));
        double[] direction = lbfgs.direction(lbfgs.gradient(before(), backward.gradients()));
        TracedLine.End start = end(lbfgs, direction, before(), backward, loss());
        TracedLine.End end =
                end(lbfgs, direction, after(), behind, rows.loss(settings().loss(), ahead.outputs()));
        double norm = Math.sqrt(LbfgsFormulas.dot(direction, direction));
        return Optional.of(new TracedLine(lbfgs.pairs().size(), lbfgs.rate(), lbfgs.evaluations(), norm, start, end));
    }

    private static TracedLine.End end(
            LbfgsFormulas lbfgs, double[] direction, ReferenceNetwork network, BackwardPass backward, double loss) {
        double[] gradient = lbfgs.gradient(network, backward.gradients());
        return new TracedLine.End(lbfgs.objective(network, loss), LbfgsFormulas.dot(gradient, direction));
    }

    /// How each layer changes, first to last.
    public List<LayerUpdate> updates() {
        return updates;
    }

    /// The network after the step.
    public ReferenceNetwork after() {
        return next.network();
    }

    /// The average of the parameters before the step, which is scored and kept; empty where there is
    /// none.
    public Optional<ReferenceNetwork> averageBefore() {
        return training.average();
    }

    /// The average of the parameters after the step.
    public Optional<ReferenceNetwork> averageAfter() {
        return next.average();
    }

    /// The training after the step.
    ReferenceTraining next() {
        return next;
    }
}
