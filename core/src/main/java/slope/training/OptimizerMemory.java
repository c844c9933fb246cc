package slope.training;

import slope.kernel.Kernels;
import slope.kernel.Team;
import slope.network.ParameterLayout;
import slope.network.ParameterLayout.Role;

/// What an [Optimizer] remembers between steps, and the step itself.
///
/// Memory: nothing for SGD, one number a parameter for momentum and Nesterov, two for Adam and
/// AdamW.
final class OptimizerMemory {
    private static final float[] NONE = {};

    /// Numbers of an array are shared in whole vectors of the widest hardware.
    private static final int GRAIN = 16;

    /// What a parameter costs, in multiply-adds: several numbers read and written, a root, a division.
    private static final int PARAMETER_COST = 24;

    private final Team team;
    private final Team.Part step = this::step;
    private final Optimizer optimizer;
    private final ParameterLayout.Block[] blocks;
    private final float[] mean; // one for each parameter: velocity, or Adam's mean of gradients
    private final float[] square; // one for each parameter: Adam's mean of squared gradients
    private double meanPower = 1; // β1^t after t steps
    private double squarePower = 1; // β2^t after t steps

    // The step being made, for all threads to read.
    private float[] parameters = {};
    private float[] gradient = {};
    private int offset; // of the stretch to step through
    private double rate;
    private double decay; // taken off each parameter besides, as a share of it

    OptimizerMemory(Team team, Optimizer optimizer, ParameterLayout layout) {
        this.team = team;
        this.optimizer = optimizer;
        this.blocks = layout.blocks().toArray(ParameterLayout.Block[]::new);
        int moments = TrainingMemory.moments(optimizer);
        this.mean = moments >= 1 ? new float[layout.length()] : NONE;
        this.square = moments == 2 ? new float[layout.length()] : NONE;
    }

    /// Moves the parameters along a gradient.
    ///
    /// @param parameters changed in place
    /// @param gradient as many numbers as parameters
    /// @param rate the learning rate of this step
    void step(float[] parameters, float[] gradient, double rate) {
        this.parameters = parameters;
        this.gradient = gradient;
        this.rate = rate;
        countStep();
        if (optimizer instanceof Optimizer.AdamW adamW) {
            for (ParameterLayout.Block block : blocks) {
                double share = block.role() == Role.WEIGHTS ? rate * adamW.weightDecay() : 0;
                stepThrough(block.offset(), block.length(), share);
            }
        } else {
            stepThrough(0, parameters.length, 0);
        }
    }

    /// Products instead of `StrictMath.pow`, which allocates.
    private void countStep() {
        switch (optimizer) {
            case Optimizer.Sgd _, Optimizer.Momentum _, Optimizer.Nesterov _ -> {}
            case Optimizer.Adam adam -> countStep(adam);
            case Optimizer.AdamW adamW -> countStep(adamW.adam());
        }
    }

    private void countStep(Optimizer.Adam adam) {
        meanPower *= adam.beta1();
        squarePower *= adam.beta2();
    }

    private void stepThrough(int offset, int length, double decay) {
        this.offset = offset;
        this.decay = decay;
        team.share(step, length, GRAIN, (long) length * PARAMETER_COST);
    }

    private void step(int member, Kernels kernels, int start, int end) {
        int at = offset + start;
        int length = end - start;
        switch (optimizer) {
            case Optimizer.Sgd() -> kernels.descend(parameters, gradient, at, length, (float) rate);
            case Optimizer.Momentum(double momentum) ->
                kernels.descendWithMomentum(parameters, gradient, mean, at, length, (float) rate, (float) momentum);
            case Optimizer.Nesterov(double momentum) ->
                kernels.descendWithNesterov(parameters, gradient, mean, at, length, (float) rate, (float) momentum);
            case Optimizer.Adam adam -> stepWithAdam(kernels, adam, at, length);
            case Optimizer.AdamW adamW -> stepWithAdam(kernels, adamW.adam(), at, length);
        }
    }

    private void stepWithAdam(Kernels kernels, Optimizer.Adam adam, int at, int length) {
        kernels.descendWithAdam(
                parameters,
                gradient,
                mean,
                square,
                at,
                length,
                (float) (rate / (1 - meanPower)),
                (float) (1 - adam.beta1()),
                (float) (1 - adam.beta2()),
                (float) (1 / Math.sqrt(1 - squarePower)),
                (float) adam.epsilon(),
                (float) decay);
    }
}
