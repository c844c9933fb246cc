package slope.optimizer;

/// Neighbouring parameters with the same multipliers of learning rate and weight decay.
///
/// @param offset the first parameter
/// @param length how many there are
/// @param rate the learning rate's multiplier
/// @param decay the weight decay's multiplier
/// @param inputs n where the parameters are W′ = W/√n of the neural tangent parametrisation, see
///     [ParameterGroups.Weights]; 1 otherwise
public record ParameterGroup(int offset, int length, double rate, double decay, double inputs) {

    /// The rate's multiplier of rules whose step is proportional to the gradient, such as SGD: the
    /// step on W′ is 1/√n of that on W, whose gradient is 1/√n of that with respect to W′.
    double gradientRate() {
        return rate / inputs;
    }

    /// The rate's multiplier of rules whose step has the same size for any size of the gradient,
    /// such as Adam: the step on W′ is 1/√n of that on W.
    double scaleFreeRate() {
        return rate / gradientScale();
    }

    /// √n: how much larger the gradient with respect to W′ is than that with respect to W.
    double gradientScale() {
        return Math.sqrt(inputs);
    }

    boolean isAlike(ParameterGroup other) {
        return rate == other.rate && decay == other.decay && inputs == other.inputs;
    }
}
