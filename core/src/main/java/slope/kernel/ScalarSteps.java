package slope.kernel;

/// The optimizer steps of [ScalarKernels], in float arithmetic operation by operation as written
/// here.
final class ScalarSteps {
    private ScalarSteps() {}

    static void descend(float[] parameters, float[] gradient, int start, int end, float rate) {
        for (int i = start; i < end; i++) {
            parameters[i] = Math.fma(-rate, gradient[i], parameters[i]);
        }
    }

    static void descendWithMomentum(
            float[] parameters, float[] gradient, float[] velocity, int start, int end, float rate, float momentum) {
        for (int i = start; i < end; i++) {
            velocity[i] = Math.fma(momentum, velocity[i], gradient[i]);
            parameters[i] = Math.fma(-rate, velocity[i], parameters[i]);
        }
    }

    static void descendWithNesterov(
            float[] parameters, float[] gradient, float[] velocity, int start, int end, float rate, float momentum) {
        for (int i = start; i < end; i++) {
            velocity[i] = Math.fma(momentum, velocity[i], gradient[i]);
            float ahead = Math.fma(momentum, velocity[i], gradient[i]);
            parameters[i] = Math.fma(-rate, ahead, parameters[i]);
        }
    }

    static void descendWithAdam(
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int start,
            int end,
            float rate,
            float meanShare,
            float squareShare,
            float rootScale,
            float epsilon,
            float decay) {
        for (int i = start; i < end; i++) {
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
