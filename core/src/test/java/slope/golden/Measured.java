package slope.golden;

/// What an engine makes of a batch.
public final class Measured {
    private final double[] outputs;
    private final double loss;
    private final double[] gradient;

    public Measured(double[] outputs, double loss, double[] gradient) {
        this.outputs = outputs;
        this.loss = loss;
        this.gradient = gradient;
    }

    /// Rows × outputs.
    double[] outputs() {
        return outputs;
    }

    /// Of the outputs; NaN where none was asked for.
    public double loss() {
        return loss;
    }

    /// With respect to the parameters, in the order of their layout; with respect to the outputs
    /// where there is no network.
    public double[] gradient() {
        return gradient;
    }
}
