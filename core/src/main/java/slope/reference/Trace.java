package slope.reference;

import java.util.List;
import slope.loss.Loss;
import slope.optimizer.Optimizer;

/// A trace of one iteration: every number of the forward pass, the backward pass and the update,
/// for all rows.
///
/// [ReferenceTrainer] trains by making one trace after the other, so what a trace shows is what
/// training does. All updates use the parameters from before the iteration.
///
/// @param iteration its number, from 1
/// @param loss the loss
/// @param optimizer the optimizer
/// @param before the network before the update
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
            Optimizer optimizer,
            double learningRate) {
        List<LayerMoments> moments = LayerMoments.start(optimizer, network);
        return of(1, loss, optimizer, network, inputs, targets, moments, learningRate);
    }

    /// Any iteration of plain gradient descent, which has no optimizer memory.
    static Trace ofPlainStep(
            int iteration, ReferenceNetwork network, Matrix inputs, Matrix targets, Loss loss, double learningRate) {
        Optimizer optimizer = Optimizer.sgd();
        List<LayerMoments> moments = LayerMoments.start(optimizer, network);
        return of(iteration, loss, optimizer, network, inputs, targets, moments, learningRate);
    }

    /// The next iteration: the same rows, with the network and the optimizer memory of this one.
    public Trace next(double learningRate) {
        return of(iteration + 1, loss, optimizer, after, inputs(), targets, LayerMoments.after(updates), learningRate);
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
