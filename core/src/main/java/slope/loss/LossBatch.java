package slope.loss;

/// The batch that a [Loss] measures: what it reads, and the two arrays it writes.
///
/// One is made for a training and filled anew for each batch, so that a step allocates nothing.
public final class LossBatch {
    private final int outputWidth;
    private final float[] losses; // rows × targets

    private float[] outputs = {}; // rows × outputWidth
    private float[] targets = {}; // rows × targets
    private float[] weights = {}; // rows, or none
    private float[] gradient = {}; // rows × outputWidth
    private float scale;

    LossBatch(int outputWidth, float[] losses) {
        this.outputWidth = outputWidth;
        this.losses = losses;
    }

    void fill(float[] outputs, float[] targets, float[] weights, float[] gradient, float scale) {
        this.outputs = outputs;
        this.targets = targets;
        this.weights = weights;
        this.gradient = gradient;
        this.scale = scale;
    }

    /// The outputs of a row.
    public int outputWidth() {
        return outputWidth;
    }

    /// Rows × outputs, offsets added, to read.
    public float[] outputs() {
        return outputs;
    }

    /// Rows × targets, to read.
    public float[] targets() {
        return targets;
    }

    /// The weight of each row, or nothing where all count 1.
    float[] weights() {
        return weights;
    }

    /// Rows × outputs, to write: the gradient with respect to the outputs, times [#scale].
    public float[] gradient() {
        return gradient;
    }

    /// Rows × targets, to write: the loss of each target.
    public float[] losses() {
        return losses;
    }

    /// 1 / [divisor][Loss#divisor].
    public float scale() {
        return scale;
    }
}
