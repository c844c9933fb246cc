package slope.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import slope.kernel.Kernels;
import slope.kernel.Team;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;

/// What an [Optimizer] remembers between steps, and the step itself.
///
/// Memory: nothing for SGD, one number a parameter for momentum and Nesterov, two for Adam and
/// AdamW; one more where parameters are averaged.
public final class OptimizerMemory {
    private static final float[] NONE = {};

    /// Numbers of an array are shared in whole vectors of the widest hardware.
    private static final int GRAIN = 16;

    /// What a parameter costs, in multiply-adds: several numbers read and written, a root, a division.
    private static final int PARAMETER_COST = 24;

    private final Team team;
    private final Team.Part step = this::step;
    private final Optimizer optimizer;
    private final ParameterLayout layout;
    private final Stretch[] stretches;
    private final float[] mean; // one for each parameter: velocity, or Adam's mean of gradients
    private final float[] square; // one for each parameter: Adam's mean of squared gradients
    private final float[] average; // of the parameters after the last steps, one for each
    private final int averagedSteps;
    private double meanPower = 1; // β1^t after t steps
    private double squarePower = 1; // β2^t after t steps

    // The step being made, for all threads to read.
    private float[] parameters = {};
    private float[] gradient = {};
    private double rate;
    private double decay; // λ of this step
    private float averageShare; // of this step in the average

    /// Parameters that are moved alike.
    ///
    /// @param rate what the learning rate is multiplied by
    /// @param decay what the decay is multiplied by
    /// @param epsilon what ε is multiplied by
    private record Stretch(int offset, int length, double rate, double decay, double epsilon) {}

    /// @param averagedSteps over how many steps the parameters are averaged; 0 for no average
    public OptimizerMemory(
            Team team, Optimizer optimizer, ParameterGroups factors, int averagedSteps, ParameterLayout layout) {
        this.team = team;
        this.optimizer = optimizer;
        this.layout = layout;
        this.stretches = stretches(factors, layout);
        int moments = optimizer.moments();
        this.mean = moments >= 1 ? new float[layout.length()] : NONE;
        this.square = moments == 2 ? new float[layout.length()] : NONE;
        this.average = averagedSteps > 0 ? new float[layout.length()] : NONE;
        this.averagedSteps = averagedSteps;
    }

    /// A copy of all it remembers.
    public OptimizerState state() {
        List<Parameters> moments = Stream.of(mean, square, average)
                .filter(moment -> moment.length > 0)
                .map(moment -> Parameters.of(layout, moment))
                .toList();
        return new OptimizerState(moments, meanPower, squarePower);
    }

    /// Remembers what an optimizer of the same settings did, instead of what it remembers now.
    ///
    /// @throws IllegalArgumentException if it was one of other settings
    public void restore(OptimizerState state) {
        List<float[]> own = Stream.of(mean, square, average)
                .filter(moment -> moment.length > 0)
                .toList();
        if (state.moments().size() != own.size()) {
            throw new IllegalArgumentException("the optimizer has %s moments for each parameter, not %s"
                    .formatted(own.size(), state.moments().size()));
        }
        for (int index = 0; index < own.size(); index++) {
            System.arraycopy(state.moments().get(index).toArray(), 0, own.get(index), 0, layout.length());
        }
        meanPower = state.meanPower();
        squarePower = state.squarePower();
    }

    /// Remembers nothing but the parameters that training goes on from.
    public void forgetAllBut(float[] parameters) {
        Arrays.fill(mean, 0);
        Arrays.fill(square, 0);
        System.arraycopy(parameters, 0, average, 0, average.length);
        meanPower = 1;
        squarePower = 1;
    }

    /// Neighbouring blocks that are moved alike become one stretch.
    private static Stretch[] stretches(ParameterGroups factors, ParameterLayout layout) {
        List<Stretch> stretches = new ArrayList<>();
        for (ParameterLayout.Block block : layout.blocks()) {
            Stretch own = new Stretch(
                    block.offset(),
                    block.length(),
                    factors.rateOf(block),
                    factors.decayOf(block.role()),
                    factors.epsilonOf(block));
            if (!stretches.isEmpty() && isAlike(stretches.getLast(), own)) {
                Stretch last = stretches.removeLast();
                own = new Stretch(last.offset, last.length + own.length, own.rate, own.decay, own.epsilon);
            }
            stretches.add(own);
        }
        return stretches.toArray(Stretch[]::new);
    }

    private static boolean isAlike(Stretch left, Stretch right) {
        return left.rate == right.rate && left.decay == right.decay && left.epsilon == right.epsilon;
    }

    /// Moves the parameters along a gradient.
    ///
    /// @param parameters changed in place
    /// @param gradient as many numbers as parameters
    /// @param rate the learning rate of this step
    /// @param decayShare what is left of the optimizer's decay
    /// @param stepsBefore this one
    public void step(float[] parameters, float[] gradient, double rate, double decayShare, long stepsBefore) {
        this.parameters = parameters;
        this.gradient = gradient;
        this.rate = rate;
        this.decay = optimizer instanceof Optimizer.AdamW adamW ? adamW.weightDecay() * decayShare : 0;
        this.averageShare = averagedSteps > 0 ? (float) (1.0 / Math.min(stepsBefore + 1, averagedSteps)) : 0;
        countStep();
        team.share(step, parameters.length, GRAIN, (long) parameters.length * PARAMETER_COST);
    }

    /// What the parameters are taken to be between steps: their average, or where there is none,
    /// themselves.
    ///
    /// The average is the mean of the parameters after each step, and once there are more steps than
    /// it goes back, an exponential one in which a step weighs what it weighed in the mean.
    public float[] averageOr(float[] parameters) {
        return averagedSteps > 0 ? average : parameters;
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

    private void step(int member, Kernels kernels, int start, int end) {
        for (Stretch stretch : stretches) {
            int from = Math.max(start, stretch.offset);
            int to = Math.min(end, stretch.offset + stretch.length);
            if (from < to) {
                step(kernels, stretch, from, to - from);
            }
        }
    }

    private void step(Kernels kernels, Stretch stretch, int at, int length) {
        float rate = (float) (this.rate * stretch.rate);
        switch (optimizer) {
            case Optimizer.Sgd() -> kernels.descend(parameters, gradient, at, length, rate);
            case Optimizer.Momentum(double momentum) ->
                kernels.descendWithMomentum(parameters, gradient, mean, at, length, rate, (float) momentum);
            case Optimizer.Nesterov(double momentum) ->
                kernels.descendWithNesterov(parameters, gradient, mean, at, length, rate, (float) momentum);
            case Optimizer.Adam adam -> stepWithAdam(kernels, adam, stretch, at, length);
            case Optimizer.AdamW adamW -> stepWithAdam(kernels, adamW.adam(), stretch, at, length);
        }
        if (averagedSteps > 0) {
            for (int index = at; index < at + length; index++) {
                average[index] = Math.fma(averageShare, parameters[index] - average[index], average[index]);
            }
        }
    }

    private void stepWithAdam(Kernels kernels, Optimizer.Adam adam, Stretch stretch, int at, int length) {
        kernels.descendWithAdam(
                parameters,
                gradient,
                mean,
                square,
                at,
                length,
                (float) (rate * stretch.rate / (1 - meanPower)),
                (float) (1 - adam.beta1()),
                (float) (1 - adam.beta2()),
                (float) (1 / Math.sqrt(1 - squarePower)),
                (float) (adam.epsilon() * stretch.epsilon),
                (float) (rate * decay * stretch.decay));
    }
}
