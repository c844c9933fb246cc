package slope.optimizer;

import java.util.ArrayList;
import java.util.List;
import slope.kernel.OptimizerSteps;

/// RMSProp (Tieleman and Hinton 2012, lecture 6e; centered: Graves 2013, arXiv 1308.0850, equations
/// 38 to 45) as PyTorch has it: v ← α·v + (1−α)·g²; b ← μ·b + g / (sqrt(v) + ε); θ ← θ − r·b. Where
/// it is centered, v − m² stands for v, of the mean m ← α·m + (1−α)·g.
///
/// @param alpha α, from 0 to below 1
/// @param epsilon ε, keeps the quotient finite, above 0
/// @param momentum μ, from 0 to below 1
/// @param isCentered whether the gradient is divided by its standard deviation, not by its root
///     mean square
public record RmsProp(double alpha, double epsilon, double momentum, boolean isCentered) implements UpdateRule {
    private static final float[] NONE = {};

    public RmsProp {
        Momentum.requireFraction("alpha", alpha);
        Momentum.requireFraction("momentum", momentum);
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be above 0, not " + epsilon);
        }
    }

    /// The same with momentum.
    public RmsProp momentum(double newMomentum) {
        return new RmsProp(alpha, epsilon, newMomentum, isCentered);
    }

    /// The same, centered.
    public RmsProp centered() {
        return new RmsProp(alpha, epsilon, momentum, true);
    }

    @Override
    public String title() {
        return "rmsprop";
    }

    /// v; m where it is centered; b where it has momentum.
    @Override
    public List<Moment> moments() {
        List<Moment> moments = new ArrayList<>(List.of(Moment.MEAN_SQUARE));
        if (isCentered) {
            moments.add(Moment.MEAN_GRADIENT);
        }
        if (momentum > 0) {
            moments.add(Moment.VELOCITY);
        }
        return moments;
    }

    @Override
    public void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length) {
        float[] parameters = update.parameters();
        float[] gradient = update.gradient();
        float[] square = update.moment(0);
        float[] mean = isCentered ? update.moment(1) : NONE;
        float[] velocity = momentum > 0 ? update.moment(isCentered ? 2 : 1) : NONE;
        float share = (float) (1 - alpha); // to seven digits, which α = 0.99 as a float would lose
        float least = (float) (epsilon * group.gradientScale());
        float rate = (float) (update.rate() * group.scaleFreeRate());
        float kept = (float) momentum;
        for (int i = at; i < at + length; i++) {
            float g = gradient[i];
            square[i] = Math.fma(share, Math.fma(g, g, -square[i]), square[i]);
            float variance = square[i];
            if (isCentered) {
                mean[i] = Math.fma(share, g - mean[i], mean[i]);
                variance = Math.max(0, Math.fma(-mean[i], mean[i], variance)); // rounding may end below 0
            }
            float step = g / ((float) Math.sqrt(variance) + least);
            if (momentum > 0) {
                velocity[i] = Math.fma(kept, velocity[i], step);
                step = velocity[i];
            }
            parameters[i] = Math.fma(-rate, step, parameters[i]);
        }
    }
}
