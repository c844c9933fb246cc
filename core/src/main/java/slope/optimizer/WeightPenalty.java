package slope.optimizer;

import slope.layer.ParameterLayout;

/// L2 regularization: λ/2·‖w‖² of the parameters that decay, times the multipliers of their
/// [ParameterGroups].
public final class WeightPenalty {
    private final double weightDecay;
    private final ParameterGroup[] groups;

    /// @param weightDecay λ, 0 or more
    public WeightPenalty(double weightDecay, ParameterGroups groups, ParameterLayout layout) {
        this.weightDecay = weightDecay;
        this.groups = groups.of(layout);
    }

    /// The penalty.
    public double value(float[] parameters) {
        double sum = 0;
        for (ParameterGroup group : groups) {
            double squares = 0;
            for (int index = group.offset(); index < group.offset() + group.length(); index++) {
                squares = Math.fma((double) parameters[index], parameters[index], squares);
            }
            sum += 0.5 * weightDecay * group.decay() * squares;
        }
        return sum;
    }

    /// Adds a share of the gradient of the penalty to another.
    public void addGradient(float[] parameters, double share, double[] gradient) {
        for (ParameterGroup group : groups) {
            double decay = share * weightDecay * group.decay();
            for (int index = group.offset(); index < group.offset() + group.length(); index++) {
                gradient[index] = Math.fma(decay, parameters[index], gradient[index]);
            }
        }
    }
}
