package slope.optimizer;

import slope.kernel.Kernels;

/// Adam with decay that does not pass through the moments (Loshchilov and Hutter 2019, arXiv
/// 1711.05101, algorithm 2, as PyTorch scales it): θ ← θ·(1 − r·λ) before Adam's step. Biases do not
/// decay.
///
/// @param adam the moments' settings
/// @param weightDecay λ, not negative
public record AdamW(Adam adam, double weightDecay) implements Optimizer {
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
    public int moments() {
        return adam.moments();
    }

    @Override
    public double correctedBeta(int moment) {
        return adam.correctedBeta(moment);
    }

    @Override
    public void step(Kernels kernels, OptimizerMemory memory, ParameterGroup group, int at, int length) {
        double decay = memory.rate() * (weightDecay * memory.decayShare()) * group.decay();
        adam.step(kernels, memory, group, at, length, decay);
    }
}
