package slope.optimizer;

import java.util.List;
import slope.kernel.OptimizerSteps;

/// Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101, algorithm 2, as
/// PyTorch scales it): θ ← θ·(1 − r·λ) before Adam's step. Biases do not decay.
///
/// @param adam the moments' settings
/// @param weightDecay λ, not negative
public record AdamW(Adam adam, double weightDecay) implements UpdateRule {
    public AdamW {
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("weight decay must be 0 or more, not " + weightDecay);
        }
    }

    @Override
    public String title() {
        return "adamw";
    }

    @Override
    public List<Moment> moments() {
        return adam.moments();
    }

    @Override
    public double correctedBeta(int moment) {
        return adam.correctedBeta(moment);
    }

    @Override
    public void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length) {
        double decay = update.rate() * (weightDecay * update.decayShare()) * group.decay();
        adam.step(kernels, update, group, at, length, decay);
    }
}
