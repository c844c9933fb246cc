package slope.reference;

import java.util.List;
import slope.loss.Loss;
import slope.optimizer.Optimizer;

/// Every number of one iteration: forward, backward and update of all rows at once.
///
/// [ReferenceTrainer] trains by making one trace after the other, so what a trace shows is what
/// training does. All updates use the parameters from before the iteration.
///
/// @param iteration its number, from 1
/// @param loss what is made small
/// @param optimizer how gradients change parameters
/// @param before the network that the passes used
/// @param targets as [LossFormulas] wants them
/// @param forward from inputs to outputs
/// @param backward from the loss to every gradient
/// @param updates how each layer changed, first to last
/// @param after the network from now on
public record Trace(
        int iteration,
        Loss loss,
        Optimizer optimizer,
        ReferenceNetwork before,
        Matrix targets,
        ForwardPass forward,
        BackwardPass backward,
        List<LayerUpdate> updates,
        ReferenceNetwork after) {

    public Trace {
        updates = List.copyOf(updates);
    }

    /// The first iteration, whose optimizer remembers nothing yet.
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
            Optimizer optimizer,
            double learningRate) {
        List<LayerMoments> moments = LayerMoments.start(optimizer, network);
        return of(1, loss, optimizer, network, inputs, targets, moments, learningRate);
    }

    /// Any iteration of plain gradient descent, which remembers nothing of those before it.
    static Trace ofPlainStep(
            int iteration, ReferenceNetwork network, Matrix inputs, Matrix targets, Loss loss, double learningRate) {
        Optimizer optimizer = Optimizer.sgd();
        List<LayerMoments> moments = LayerMoments.start(optimizer, network);
        return of(iteration, loss, optimizer, network, inputs, targets, moments, learningRate);
    }

    /// The iteration after this one: same rows, the network this one left, the memory this one
    /// left.
    public Trace next(double learningRate) {
        return of(iteration + 1, loss, optimizer, after, inputs(), targets, LayerMoments.after(updates), learningRate);
    }

    /// The rows that entered, rows × inputs.
    public Matrix inputs() {
        return forward.layers().getFirst().inputs();
    }

    /// What left the last layer before the update, rows × outputs.
    public Matrix outputs() {
        return forward.outputs();
    }

    /// How wrong the outputs were before the update.
    public double lossValue() {
        return LossFormulas.value(loss, outputs(), targets);
    }

    /// Whether the update left every parameter as it was, so that nothing will ever move again
    /// unless the optimizer remembers an earlier gradient.
    public boolean isAtRest() {
        for (LayerUpdate update : updates) {
            if (!update.isAtRest()) {
                return false;
            }
        }
        return true;
    }

    private static Trace of(
            int iteration,
            Loss loss,
            Optimizer optimizer,
            ReferenceNetwork network,
            Matrix inputs,
            Matrix targets,
            List<LayerMoments> moments,
            double learningRate) {
        ForwardPass forward = ForwardPass.of(network, inputs);
        BackwardPass backward = BackwardPass.of(network, forward, loss, targets);
        List<LayerUpdate> updates = OptimizerFormulas.usual(optimizer, learningRate, iteration)
                .update(network, backward.gradients(), moments);
        return new Trace(
                iteration, loss, optimizer, network, targets, forward, backward, updates, network.after(updates));
    }
}
