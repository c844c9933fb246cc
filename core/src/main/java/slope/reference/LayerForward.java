package slope.reference;

/// What one dense layer computed on the way forward: z = x · W + b, then a = f(z).
///
/// Each product can be read off: z(r, u) = Σ_i inputs(r, i) · weights(i, u) + bias(u), added in
/// this order.
///
/// @param inputs x, rows × inputs
/// @param sums z, rows × units
/// @param outputs a, rows × units
public record LayerForward(Matrix inputs, Matrix sums, Matrix outputs) {}
