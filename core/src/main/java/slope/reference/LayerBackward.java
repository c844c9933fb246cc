package slope.reference;

import java.util.Optional;

/// What one dense layer computed on the way back, all of it derivatives of the loss.
///
/// Each row's share can be read off: weightGradient(i, u) = Σ_r inputs(r, i) · delta(r, u), added
/// in this order.
///
/// @param error dLoss/da, rows × units: from the loss in the last layer, from the layer behind
/// elsewhere
/// @param slope da/dz, rows × units; nothing for softmax, where each output depends on a whole row
/// of sums
/// @param delta dLoss/dz = error × slope number by number, rows × units
/// @param weightGradient dLoss/dW = xᵀ · delta, inputs × units
/// @param biasGradient dLoss/db = Σ of delta over rows, 1 × units, where the layer has biases
/// @param inputError dLoss/dx = delta · Wᵀ, rows × inputs: the error of the layer before
public record LayerBackward(
        Matrix error,
        Optional<Matrix> slope,
        Matrix delta,
        Matrix weightGradient,
        Optional<Matrix> biasGradient,
        Matrix inputError) {}
