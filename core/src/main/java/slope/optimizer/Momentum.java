package slope.optimizer;

import java.util.List;
import slope.kernel.OptimizerSteps;

/// Heavy ball (Polyak 1964): v ← μ·v + g; θ ← θ − r·v.
///
/// @param momentum μ, from 0 to below 1
public record Momentum(double momentum) implements UpdateRule {
    public Momentum {
        requireFraction("momentum", momentum);
    }

    static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be at least 0 and below 1, not " + value);
        }
    }

    @Override
    public String title() {
        return "momentum";
    }

    /// v.
    @Override
    public List<Moment> moments() {
        return List.of(Moment.VELOCITY);
    }

    @Override
    public void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length) {
        float rate = (float) (update.rate() * group.gradientRate());
        kernels.momentum(update.parameters(), update.gradient(), update.moment(0), at, length, rate, (float) momentum);
    }
}
