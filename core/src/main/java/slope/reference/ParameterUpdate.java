package slope.reference;

/// How one matrix of weights, or one row of biases, changed: after = before − step.
///
/// All have the same shape. What the optimizer made of the gradient stands in the moments and
/// the step; its formulas stand at [slope.optimizer.Optimizer].
///
/// @param before the parameters that the forward and the backward pass used
/// @param gradient dLoss/dParameter, clipped where the gradients of all parameters together were too
///     long
/// @param moments the optimizer's memory with this gradient taken in: what the step was made from
/// @param decay what weight decay took off
/// @param step what was taken off in all, learning rate and weight decay included
/// @param after the parameters from now on
public record ParameterUpdate(
        Matrix before, Matrix gradient, Moments moments, Matrix decay, Matrix step, Matrix after) {

    boolean isAtRest() {
        return before.equals(after);
    }
}
