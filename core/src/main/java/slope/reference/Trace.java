package slope.reference;

import java.util.List;
import slope.loss.Loss;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;

/// A trace of one iteration: every number of the forward pass, the backward pass and the update,
/// for all rows.
///
/// [ReferenceTrainer] trains by making one trace after the other, so what a trace shows is what
/// training does. All updates use the parameters from before the iteration.
public final class Trace {
    private final OptimizerFormulas step;
    private final Loss loss;
    private final ReferenceNetwork before;
    private final Matrix targets;
    private final ForwardPass forward;
    private final BackwardPass backward;
    private final List<LayerUpdate> updates;
    private final ReferenceNetwork after;

    private Trace(
            OptimizerFormulas step,
            Loss loss,
            ReferenceNetwork before,
            Matrix inputs,
            Matrix targets,
            List<LayerMoments> moments) {
        this.step = step;
        this.loss = loss;
        this.before = before;
        this.targets = targets;
        this.forward = ForwardPass.of(before, inputs);
        this.backward = BackwardPass.of(before, forward, loss, targets);
        this.updates = List.copyOf(step.update(before, backward.gradients(), moments));
        this.after = before.after(updates);
    }

    /// The first iteration, without optimizer memory.
    ///
    /// @param inputs rows × the network's inputs
    /// @param targets rows × what the loss wants
    /// @param learningRate of this iteration
    /// @throws IllegalArgumentException if shapes do not fit, or the last layer does not fit the
    /// loss
    public static Trace first(
            ReferenceNetwork network,
            Matrix inputs,
            Matrix targets,
            Loss loss,
            UpdateRule optimizer,
            double learningRate) {
        List<LayerMoments> moments = LayerMoments.start(optimizer, network);
        return new Trace(OptimizerFormulas.usual(optimizer, learningRate, 1), loss, network, inputs, targets, moments);
    }

    /// Any iteration of plain gradient descent, which has no optimizer memory.
    static Trace ofPlainStep(
            int iteration, ReferenceNetwork network, Matrix inputs, Matrix targets, Loss loss, double learningRate) {
        UpdateRule optimizer = Optimizer.sgd();
        List<LayerMoments> moments = LayerMoments.start(optimizer, network);
        return new Trace(
                OptimizerFormulas.usual(optimizer, learningRate, iteration), loss, network, inputs, targets, moments);
    }

    /// The next iteration: the same rows, with the network and the optimizer memory of this one.
    public Trace next(double learningRate) {
        return new Trace(
                OptimizerFormulas.usual(step.optimizer(), learningRate, iteration() + 1),
                loss,
                after,
                inputs(),
                targets,
                LayerMoments.after(updates));
    }

    /// The number of the iteration, from 1.
    public int iteration() {
        return (int) step.iteration();
    }

    /// The loss function.
    public Loss loss() {
        return loss;
    }

    /// The network before the update.
    public ReferenceNetwork before() {
        return before;
    }

    /// The targets, as [LossFormulas] wants them.
    public Matrix targets() {
        return targets;
    }

    /// From inputs to outputs.
    public ForwardPass forward() {
        return forward;
    }

    /// From the loss to every gradient.
    public BackwardPass backward() {
        return backward;
    }

    /// How each layer changed, first to last.
    public List<LayerUpdate> updates() {
        return updates;
    }

    /// The network after the update.
    public ReferenceNetwork after() {
        return after;
    }

    /// The inputs, rows × inputs.
    public Matrix inputs() {
        return forward.layers().getFirst().inputs();
    }

    /// The outputs before the update, rows × outputs.
    public Matrix outputs() {
        return forward.outputs();
    }

    /// The loss before the update.
    public double lossValue() {
        return LossFormulas.value(loss, outputs(), targets);
    }

    /// Whether the update left every parameter unchanged, so that no later one changes any, unless
    /// the optimizer remembers an earlier gradient.
    public boolean isAtRest() {
        for (LayerUpdate update : updates) {
            if (!update.isAtRest()) {
                return false;
            }
        }
        return true;
    }
}
