package slope.optimizer;

import java.util.List;
import slope.kernel.OptimizerSteps;

/// Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1): m ← β1·m + (1−β1)·g; v ← β2·v +
/// (1−β2)·g²; θ ← θ − r·(m/(1−β1^t)) / (sqrt(v/(1−β2^t)) + ε).
///
/// @param beta1 the decay rate of the mean, from 0 to below 1
/// @param beta2 the decay rate of the square, from 0 to below 1
/// @param epsilon keeps the quotient finite, above 0
public record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {
    public Adam {
        Momentum.requireFraction("beta1", beta1);
        Momentum.requireFraction("beta2", beta2);
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be above 0, not " + epsilon);
        }
    }

    @Override
    public String title() {
        return "adam";
    }

    /// m and v.
    @Override
    public List<Moment> moments() {
        return List.of(Moment.MEAN_GRADIENT, Moment.MEAN_SQUARE);
    }

    @Override
    public double correctedBeta(int moment) {
        return moment == 0 ? beta1 : beta2;
    }

    @Override
    public void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length) {
        step(kernels, update, group, at, length, 0);
    }

    /// @param decay the share of each parameter that is subtracted first
    void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length, double decay) {
        kernels.adam(
                update.parameters(),
                update.gradient(),
                update.moment(0),
                update.moment(1),
                at,
                length,
                (float) (update.rate() * group.scaleFreeRate() / (1 - update.betaPower(0))),
                (float) (1 - beta1),
                (float) (1 - beta2),
                (float) (1 / Math.sqrt(1 - update.betaPower(1))),
                (float) (epsilon * group.gradientScale()),
                (float) decay);
    }
}
