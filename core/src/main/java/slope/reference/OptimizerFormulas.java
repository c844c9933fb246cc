package slope.reference;

import slope.network.ParameterLayout;
import slope.training.Optimizer;
import slope.training.ParameterFactors;

/// What each optimizer makes of a gradient; the formulas and their sources stand at [Optimizer].
///
/// @param optimizer its settings
/// @param rate r, the learning rate of this iteration
/// @param iteration t, its number, from 1
record OptimizerFormulas(Optimizer optimizer, double rate, int iteration) {

    /// One step of one matrix of parameters.
    ///
    /// @param role which parameters these are: not all decay
    /// @param moments the optimizer's memory from before this step
    ParameterUpdate update(ParameterLayout.Role role, Matrix before, Matrix gradient, Moments moments) {
        Step step = switch (optimizer) {
            case Optimizer.Sgd _ -> new Step(moments, gradient.scaled(rate));
            case Optimizer.Momentum(double momentum) -> {
                // v ← μ·v + g; θ ← θ − r·v
                Matrix velocity = velocity(moments).scaled(momentum).plus(gradient);
                yield new Step(new Moments.Velocity(velocity), velocity.scaled(rate));
            }
            case Optimizer.Nesterov(double momentum) -> {
                // v ← μ·v + g; θ ← θ − r·(g + μ·v)
                Matrix velocity = velocity(moments).scaled(momentum).plus(gradient);
                Matrix ahead = gradient.plus(velocity.scaled(momentum));
                yield new Step(new Moments.Velocity(velocity), ahead.scaled(rate));
            }
            case Optimizer.Adam adam -> adam(adam, gradient, (Moments.MeanAndSquare) moments);
            case Optimizer.AdamW(Optimizer.Adam adam, double weightDecay) -> {
                Step plain = adam(adam, gradient, (Moments.MeanAndSquare) moments);
                // Weights also lose r·λ·θ; biases and their like do not.
                double decay = ParameterFactors.usual().decayOf(role) * weightDecay;
                yield decay == 0 ? plain : new Step(plain.moments, plain.step.plus(before.scaled(rate * decay)));
            }
        };
        return new ParameterUpdate(before, gradient, step.moments, step.step, before.minus(step.step));
    }

    /// m ← β1·m + (1−β1)·g; v ← β2·v + (1−β2)·g²; the step is r·(m/(1−β1^t)) / (sqrt(v/(1−β2^t)) +
    /// ε).
    private Step adam(Optimizer.Adam settings, Matrix gradient, Moments.MeanAndSquare moments) {
        Matrix mean = fade(moments.mean(), settings.beta1(), gradient);
        Matrix square = fade(moments.square(), settings.beta2(), gradient.timesEach(gradient));
        double meanShare = 1 - StrictMath.pow(settings.beta1(), iteration);
        double squareShare = 1 - StrictMath.pow(settings.beta2(), iteration);
        Matrix step = mean.combine(
                square, (m, v) -> rate * (m / meanShare) / (Math.sqrt(v / squareShare) + settings.epsilon()));
        return new Step(new Moments.MeanAndSquare(mean, square), step);
    }

    private static Matrix fade(Matrix memory, double kept, Matrix added) {
        return memory.scaled(kept).plus(added.scaled(1 - kept));
    }

    private static Matrix velocity(Moments moments) {
        return ((Moments.Velocity) moments).velocity();
    }

    private record Step(Moments moments, Matrix step) {}
}
