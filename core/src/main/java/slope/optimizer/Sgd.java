package slope.optimizer;

import slope.kernel.Kernels;

/// Plain gradient descent: θ ← θ − r·g.
public record Sgd() implements Optimizer {

    @Override
    public String title() {
        return "sgd";
    }

    @Override
    public int moments() {
        return 0;
    }

    @Override
    public void step(Kernels kernels, OptimizerMemory memory, ParameterGroup group, int at, int length) {
        float rate = (float) (memory.rate() * group.gradientRate());
        kernels.steps().sgd(memory.parameters(), memory.gradient(), at, length, rate);
    }
}
