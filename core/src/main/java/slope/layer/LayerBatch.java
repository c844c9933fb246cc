package slope.layer;

/// A batch as a layer computes it: what all threads read, and where the results belong.
///
/// One is made for each layer of a pass and filled anew by each forward, so that a step allocates nothing.
public final class LayerBatch {
    private final int outputWidth;
    private final float[] outputs; // rows × outputs
    private final float[] outputGradient; // rows × outputs
    private final float[] inputGradient; // rows × inputs

    private float[] parameters = {}; // of the whole network
    private float[] inputs = {}; // rows × inputs, from inputsOffset on
    private int inputsOffset;
    private int rows;

    /// @param inputGradient the layer's own output gradient where nobody needs the inputs'
    public LayerBatch(LayerPass layer, int outputWidth, float[] inputGradient) {
        this.outputWidth = outputWidth;
        this.outputs = layer.outputs();
        this.outputGradient = layer.outputGradient();
        this.inputGradient = inputGradient;
    }

    /// What the forward that begins is about.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputs, from `inputsOffset` on
    public void fill(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        this.parameters = parameters;
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        this.rows = rows;
    }

    /// Those of the whole network, to read.
    float[] parameters() {
        return parameters;
    }

    /// Rows × inputs, from [#inputsOffset] on, to read.
    float[] inputs() {
        return inputs;
    }

    int inputsOffset() {
        return inputsOffset;
    }

    /// The rows that enter.
    public int rows() {
        return rows;
    }

    /// The numbers per row that leave.
    int outputWidth() {
        return outputWidth;
    }

    /// Rows × outputs, to write.
    float[] outputs() {
        return outputs;
    }

    /// Rows × outputs: the gradient with respect to the outputs.
    float[] outputGradient() {
        return outputGradient;
    }

    /// Rows × inputs: where the gradient with respect to the inputs belongs.
    float[] inputGradient() {
        return inputGradient;
    }
}
