package slope.optimizer;

import java.util.List;
import slope.kernel.OptimizerSteps;

/// Nesterov's momentum as Sutskever et al. 2013 (eq. 3, 4) have it, in the form that keeps θ at the
/// looked-ahead point: v ← μ·v + g; θ ← θ − r·(g + μ·v).
///
/// @param momentum μ, from 0 to below 1
public record Nesterov(double momentum) implements UpdateRule {
    public Nesterov {
        Momentum.requireFraction("momentum", momentum);
    }

    @Override
    public String title() {
        return "nesterov";
    }

    /// v.
    @Override
    public List<Moment> moments() {
        return List.of(Moment.VELOCITY);
    }

    @Override
    public void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length) {
        float rate = (float) (update.rate() * group.gradientRate());
        kernels.nesterov(update.parameters(), update.gradient(), update.moment(0), at, length, rate, (float) momentum);
    }
}
