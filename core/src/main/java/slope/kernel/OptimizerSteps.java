package slope.kernel;

/// Optimizers' steps, as [Kernels] has them: each changes parameters θ along a gradient g, and what
/// the optimizer remembers, in one pass.
///
/// The loops here are the definition, in float arithmetic operation by operation as written.
public interface OptimizerSteps {

    /// θ ← θ − rate·g.
    default void sgd(float[] parameters, float[] gradient, int offset, int length, float rate) {
        for (int i = offset; i < offset + length; i++) {
            parameters[i] = Math.fma(-rate, gradient[i], parameters[i]);
        }
    }

    /// v ← momentum·v + g; θ ← θ − rate·v.
    ///
    /// @param velocity v
    default void momentum(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        for (int i = offset; i < offset + length; i++) {
            velocity[i] = Math.fma(momentum, velocity[i], gradient[i]);
            parameters[i] = Math.fma(-rate, velocity[i], parameters[i]);
        }
    }

    /// v ← momentum·v + g; θ ← θ − rate·(g + momentum·v).
    ///
    /// @param velocity v
    default void nesterov(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        for (int i = offset; i < offset + length; i++) {
            velocity[i] = Math.fma(momentum, velocity[i], gradient[i]);
            float ahead = Math.fma(momentum, velocity[i], gradient[i]);
            parameters[i] = Math.fma(-rate, ahead, parameters[i]);
        }
    }

    /// m ← m + meanShare·(g − m); v ← v + squareShare·(g² − v);
    /// θ ← θ − decay·θ − rate·m / (rootScale·√v + epsilon).
    ///
    /// The shares are 1 − β: written this way a float holds a share such as 0.001 to seven digits,
    /// which β = 0.999 would lose.
    ///
    /// @param mean m
    /// @param square v
    /// @param rate the learning rate with the mean's bias correction, r / (1 − β1^t)
    /// @param rootScale the square's bias correction under the root, 1 / √(1 − β2^t)
    /// @param decay the share of each parameter that is subtracted as weight decay
    default void adam(
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int offset,
            int length,
            float rate,
            float meanShare,
            float squareShare,
            float rootScale,
            float epsilon,
            float decay) {
        for (int i = offset; i < offset + length; i++) {
            mean[i] = Math.fma(meanShare, gradient[i] - mean[i], mean[i]);
            square[i] = Math.fma(squareShare, Math.fma(gradient[i], gradient[i], -square[i]), square[i]);
            // The root of a float taken in double and rounded is the correctly rounded root: one
            // machine instruction.
            float root = (float) Math.sqrt(square[i]);
            float step = mean[i] / Math.fma(rootScale, root, epsilon);
            parameters[i] = Math.fma(-rate, step, Math.fma(-decay, parameters[i], parameters[i]));
        }
    }
}
