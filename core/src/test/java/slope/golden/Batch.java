package slope.golden;

/// Rows of a step; the rows of one ensemble member after those of another.
public final class Batch {
    private final double[][] inputs;
    private final double[][] targets;

    Batch(double[][] inputs, double[][] targets) {
        this.inputs = inputs;
        this.targets = targets;
    }

    /// Rows × inputs.
    public double[][] inputs() {
        return inputs;
    }

    /// Rows × targets.
    public double[][] targets() {
        return targets;
    }
}
