package slope.training;

import slope.kernel.Kernels;
import slope.network.ParameterLayout;
import slope.network.ParameterLayout.Role;

/// What an [Optimizer] remembers between steps, and the step itself.
///
/// Memory: nothing for SGD, one number a parameter for momentum and Nesterov, two for Adam and
/// AdamW.
final class OptimizerMemory {
    private static final float[] NONE = {};

    private final Kernels kernels;
    private final Optimizer optimizer;
    private final ParameterLayout.Block[] blocks;
    private final float[] mean; // one for each parameter: velocity, or Adam's mean of gradients
    private final float[] square; // one for each parameter: Adam's mean of squared gradients
    private double meanPower = 1; // β1^t after t steps
    private double squarePower = 1; // β2^t after t steps

    OptimizerMemory(Kernels kernels, Optimizer optimizer, ParameterLayout layout) {
        this.kernels = kernels;
        this.optimizer = optimizer;
        this.blocks = layout.blocks().toArray(ParameterLayout.Block[]::new);
        int moments = switch (optimizer) {
            case Optimizer.Sgd _ -> 0;
            case Optimizer.Momentum _, Optimizer.Nesterov _ -> 1;
            case Optimizer.Adam _, Optimizer.AdamW _ -> 2;
        };
        this.mean = moments >= 1 ? new float[layout.length()] : NONE;
        this.square = moments == 2 ? new float[layout.length()] : NONE;
    }

    /// Moves the parameters along a gradient.
    ///
    /// @param parameters changed in place
    /// @param gradient as many numbers as parameters
    /// @param rate the learning rate of this step
    void step(float[] parameters, float[] gradient, double rate) {
        int length = parameters.length;
        switch (optimizer) {
            case Optimizer.Sgd() -> kernels.descend(parameters, gradient, 0, length, (float) rate);
            case Optimizer.Momentum(double momentum) ->
                kernels.descendWithMomentum(parameters, gradient, mean, 0, length, (float) rate, (float) momentum);
            case Optimizer.Nesterov(double momentum) ->
                kernels.descendWithNesterov(parameters, gradient, mean, 0, length, (float) rate, (float) momentum);
            case Optimizer.Adam adam -> {
                countStep(adam);
                stepWithAdam(adam, parameters, gradient, 0, length, rate, 0);
            }
            case Optimizer.AdamW(Optimizer.Adam adam, double weightDecay) -> {
                countStep(adam);
                for (ParameterLayout.Block block : blocks) {
                    double decay = block.role() == Role.WEIGHTS ? rate * weightDecay : 0;
                    stepWithAdam(adam, parameters, gradient, block.offset(), block.length(), rate, decay);
                }
            }
        }
    }

    /// Products instead of `StrictMath.pow`, which allocates.
    private void countStep(Optimizer.Adam adam) {
        meanPower *= adam.beta1();
        squarePower *= adam.beta2();
    }

    private void stepWithAdam(
            Optimizer.Adam adam,
            float[] parameters,
            float[] gradient,
            int offset,
            int length,
            double rate,
            double decay) {
        kernels.descendWithAdam(
                parameters,
                gradient,
                mean,
                square,
                offset,
                length,
                (float) (rate / (1 - meanPower)),
                (float) (1 - adam.beta1()),
                (float) (1 - adam.beta2()),
                (float) (1 / Math.sqrt(1 - squarePower)),
                (float) adam.epsilon(),
                (float) decay);
    }
}
