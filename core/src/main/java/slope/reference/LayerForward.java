package slope.reference;

import java.util.List;
import java.util.Optional;

/// The forward pass of one layer; a dense one computes z = x · W + b, then a = f(z).
///
/// Of a dense layer each product can be read off: z(r, u) = Σ_i inputs(r, i) · weights(i, u) +
/// bias(u), added in this order.
///
/// @param inputs x, rows × inputs
/// @param mask of dropout in training, what each input is multiplied by: 0, or 1 / (1 − rate)
/// @param preActivations the pre-activations z, rows × units; the inputs in layers without pre-activations
/// @param outputs a, rows × units
/// @param inside the forward pass of each layer in a residual block, first to last
public record LayerForward(
        Matrix inputs, Optional<Matrix> mask, Matrix preActivations, Matrix outputs, List<LayerForward> inside) {
    public LayerForward {
        inside = List.copyOf(inside);
    }

    /// A pass without dropout, of a layer that holds no others.
    LayerForward(Matrix inputs, Matrix preActivations, Matrix outputs) {
        this(inputs, Optional.empty(), preActivations, outputs, List.of());
    }
}
