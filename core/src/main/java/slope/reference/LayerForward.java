package slope.reference;

/// What one layer computed on the way forward; a dense one z = x · W + b, then a = f(z).
///
/// Of a dense layer each product can be read off: z(r, u) = Σ_i inputs(r, i) · weights(i, u) + bias(u), added in
/// this order.
///
/// @param inputs x, rows × inputs
/// @param sums z, rows × units; the inputs where a layer has no sums
/// @param outputs a, rows × units
public record LayerForward(Matrix inputs, Matrix sums, Matrix outputs) {}
