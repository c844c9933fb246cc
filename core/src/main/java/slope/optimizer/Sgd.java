package slope.optimizer;

import java.util.List;
import slope.kernel.OptimizerSteps;

/// Plain gradient descent: θ ← θ − r·g.
public record Sgd() implements UpdateRule {

    @Override
    public String title() {
        return "sgd";
    }

    @Override
    public List<Moment> moments() {
        return List.of();
    }

    @Override
    public void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length) {
        float rate = (float) (update.rate() * group.gradientRate());
        kernels.sgd(update.parameters(), update.gradient(), at, length, rate);
    }
}
