package slope.training;

/// How wrong a batch of outputs is, as one number to make small.
///
/// Each names its sum over rows and outputs, because that decides the size of the gradient. y is a
/// target, a an output, z an output of a last layer with the identity activation (a logit); n rows,
/// K outputs.
public enum Loss {
    /// ½ · Σ (y − a)², summed over rows and outputs: the notebook's. Its gradient a − y grows with
    /// the batch.
    HALF_SQUARED_ERROR,
    /// 1/(n·K) · Σ (y − a)².
    MEAN_SQUARED_ERROR,
    /// 1/(n·K) · Σ ln(1 + e^z) − y·z, from logits; y is 0 or 1, one for each output.
    BINARY_CROSS_ENTROPY,
    /// 1/n · Σ ln(Σ_k e^(z_k)) − z_y, from logits; each row has one target, the number of its class
    /// from 0.
    MULTI_CLASS_CROSS_ENTROPY;

    /// Whether outputs are logits, so that the last layer must have the identity activation.
    public boolean isFromLogits() {
        return this == BINARY_CROSS_ENTROPY || this == MULTI_CLASS_CROSS_ENTROPY;
    }

    /// The targets each row has for this many outputs.
    public int targetsFor(int outputs) {
        return this == MULTI_CLASS_CROSS_ENTROPY ? 1 : outputs;
    }
}
