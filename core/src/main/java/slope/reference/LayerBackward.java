package slope.reference;

import java.util.List;
import java.util.Optional;

/// The backward pass of one layer: derivatives of the loss.
///
/// Of a dense layer each row's share can be read off: weightGradient(i, u) = Σ_r inputs(r, i) ·
/// delta(r, u), added in this order.
///
/// @param error dLoss/da, rows × units: from the loss in the last layer, else from the next layer
/// @param derivative da/dz, rows × units; nothing for softmax, where each output depends on a whole row
///     of pre-activations, and for layers without pre-activations
/// @param delta dLoss/dz = error × derivative element by element, rows × units; the error itself in
///     layers without pre-activations
/// @param gradients dLoss/dParameter, one for each of the layer's blocks
/// @param inputError dLoss/dx, rows × inputs: the error of the layer before; of a dense layer delta
///     · Wᵀ
/// @param inside the backward pass of each layer in a residual block, first to last
public record LayerBackward(
        Matrix error,
        Optional<Matrix> derivative,
        Matrix delta,
        List<Matrix> gradients,
        Matrix inputError,
        List<LayerBackward> inside) {
    public LayerBackward {
        gradients = List.copyOf(gradients);
        inside = List.copyOf(inside);
    }

    /// A pass of a layer that holds no others.
    LayerBackward(Matrix error, Optional<Matrix> derivative, Matrix delta, List<Matrix> gradients, Matrix inputError) {
        this(error, derivative, delta, gradients, inputError, List.of());
    }

    /// A dense layer's dLoss/dW = xᵀ · delta, inputs × units.
    public Matrix weightGradient() {
        return gradients.getFirst();
    }

    /// A dense layer's dLoss/db = Σ of delta over rows, 1 × units, where it has biases.
    public Optional<Matrix> biasGradient() {
        return gradients.size() > 1 ? Optional.of(gradients.get(1)) : Optional.empty();
    }
}
