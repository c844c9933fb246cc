package slope.reference;

import java.util.ArrayList;
import java.util.List;
import slope.loss.Loss;

/// The backward pass: every derivative from the loss back to the inputs (backpropagation:
/// Rumelhart, Hinton and Williams 1986).
///
/// The error of the last layer is the loss's own gradient. Each layer turns its error into a delta
/// and passes delta · Wᵀ to the layer before.
///
/// @param layers what each layer computed, first to last
public record BackwardPass(List<LayerBackward> layers) {

    public BackwardPass {
        layers = List.copyOf(layers);
    }

    /// Runs the backward pass of a loss, with the weights that the forward pass used.
    ///
    /// @param forward the same network's pass over the inputs
    /// @param targets as [LossFormulas] takes them
    public static BackwardPass of(ReferenceNetwork network, ForwardPass forward, Loss loss, Matrix targets) {
        return of(network, forward, new RowLoss(loss, 1, List.of()), targets);
    }

    /// Runs the backward pass of one row's loss.
    ///
    /// @param forward the same network's pass over the row
    /// @param targets as [LossFormulas] takes them
    public static BackwardPass of(ReferenceNetwork network, ForwardPass forward, RowLoss loss, Matrix targets) {
        LossFormulas.requireFitting(loss.loss(), network.architecture());
        return of(network, forward, loss.gradient(forward.outputs(), targets));
    }

    /// Runs the backward pass from dLoss/dOutput, rows × outputs.
    static BackwardPass of(ReferenceNetwork network, ForwardPass forward, Matrix outputError) {
        List<LayerBackward> layers = new ArrayList<>();
        Matrix error = outputError;
        for (int index = network.layers().size() - 1; index >= 0; index--) {
            LayerBackward backward = LayerFormulas.backward(
                    network.architecture().layers().get(index),
                    network.layers().get(index),
                    forward.layers().get(index),
                    error);
            layers.addFirst(backward);
            error = backward.inputError();
        }
        return new BackwardPass(layers);
    }

    /// dLoss/dParameter for each layer and block.
    List<List<Matrix>> gradients() {
        return layers.stream().map(LayerBackward::gradients).toList();
    }

    /// dLoss/dInput, rows × inputs.
    public Matrix inputGradient() {
        return layers.getFirst().inputError();
    }
}
