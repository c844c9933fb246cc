package slope.training;

/// A training that left the finite numbers and was taken back.
///
/// @param epoch in which it happened, from 1
/// @param batch in which it happened, from 1
/// @param backTo the epoch whose parameters it went back to, the best so far; 0 for the start
/// @param rateMultiplier what learning rates are multiplied by from then on
public record Recovery(int epoch, int batch, int backTo, double rateMultiplier) {}
