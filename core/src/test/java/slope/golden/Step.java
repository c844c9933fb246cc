package slope.golden;

/// A step of a training.
public final class Step {
    private final double loss;
    private final double[] parameters;

    public Step(double loss, double[] parameters) {
        this.loss = loss;
        this.parameters = parameters;
    }

    /// Of the batch, before the step.
    double loss() {
        return loss;
    }

    /// After the step.
    double[] parameters() {
        return parameters;
    }
}
