package slope.layer;

import java.util.List;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A block of rows at a [CustomLayer]: what it reads, and the arrays it writes.
///
/// One is made for a pass and filled anew for each step, so that a step allocates nothing.
public final class LayerRows {
    private final List<Block> blocks;
    private final int inputWidth;
    private final int outputWidth;
    private final float[] outputs; // rows × outputWidth
    private final float[] outputGradient; // rows × outputWidth

    private float[] parameters = {};
    private float[] inputs = {};
    private int inputsOffset;
    private float[] inputGradient = {}; // rows × inputWidth
    private float[] gradient = {};

    LayerRows(LayerPlace place, int batchSize, TrainingStep step) {
        this.blocks = place.layout().of(place.index());
        this.inputWidth = place.inputs();
        this.outputWidth = place.outputs();
        this.outputs = new float[Math.multiplyExact(batchSize, outputWidth)];
        this.outputGradient = step.numbersToTrain(outputs.length);
    }

    /// What the forward that begins is about.
    void fill(LayerBatch batch) {
        this.parameters = batch.parameters();
        this.inputs = batch.inputs();
        this.inputsOffset = batch.inputsOffset();
        this.inputGradient = batch.inputGradient();
    }

    void startGradient(float[] gradient) {
        this.gradient = gradient;
    }

    List<Block> blocks() {
        return blocks;
    }

    /// The inputs of a row.
    public int inputWidth() {
        return inputWidth;
    }

    /// The outputs of a row.
    public int outputWidth() {
        return outputWidth;
    }

    /// The parameters of the whole network, to read; those of this layer begin [here][#parameterAt].
    public float[] parameters() {
        return parameters;
    }

    /// Where the layer's parameter with this role begins, in [#parameters] and [#gradient]: rows × columns,
    /// row-major.
    public int parameterAt(Role role) {
        for (Block block : blocks) {
            if (block.role() == role) {
                return block.offset();
            }
        }
        throw new IllegalArgumentException("the layer has no parameter with the role " + role);
    }

    /// The inputs of rows, to read; those of a row begin [here][#inputAt].
    public float[] inputs() {
        return inputs;
    }

    /// Where the inputs of a row begin in [#inputs].
    public int inputAt(int row) {
        return inputsOffset + row * inputWidth;
    }

    /// Rows × outputs: forward writes them, the others read them.
    public float[] outputs() {
        return outputs;
    }

    /// Rows × outputs, to read: the loss's derivatives with respect to the outputs.
    public float[] outputGradient() {
        return outputGradient;
    }

    /// Rows × inputs, to write: the loss's derivatives with respect to the inputs.
    public float[] inputGradient() {
        return inputGradient;
    }

    /// The loss's derivatives with respect to the parameters of the whole network; those of this layer, which
    /// it adds to, begin [here][#parameterAt].
    public float[] gradient() {
        return gradient;
    }
}
