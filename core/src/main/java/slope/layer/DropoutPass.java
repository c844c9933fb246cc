package slope.layer;

import slope.internal.random.SplitRandom;
import slope.kernel.DropoutMask;
import slope.kernel.Kernels;

/// Dropout at work: the mask is drawn anew by each forward of a training step, and the backward that
/// follows uses the same.
final class DropoutPass implements ElementwisePass {
    /// Sets these draws apart from whatever else is drawn in a step.
    private static final long PURPOSE = 0x64726f70; // "drop"

    private static final int COST = 8;

    private final double rate;
    private final int layer;
    private final int width;
    private final TrainingStep step;
    private final DropoutMask mask = new DropoutMask();
    private final float[] outputs; // batchSize × width
    private final float[] outputGradient; // batchSize × width

    // What the pass at work was called with, for all threads to read.
    private float[] inputs = {};
    private int inputsOffset;

    DropoutPass(double rate, int layer, int width, int batchSize, TrainingStep step) {
        this.rate = rate;
        this.layer = layer;
        this.width = width;
        this.step = step;
        this.outputs = new float[Math.multiplyExact(batchSize, width)];
        this.outputGradient = new float[outputs.length];
    }

    @Override
    public float[] outputs() {
        return outputs;
    }

    @Override
    public float[] outputGradient() {
        return outputGradient;
    }

    @Override
    public int cost() {
        return COST;
    }

    @Override
    public void startForward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        mask.draw(
                SplitRandom.name(SplitRandom.name(step.name(), PURPOSE), layer),
                step.isTraining() ? rate * step.dropoutShare() : 0);
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
    }

    @Override
    public void forward(int member, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        int columns = endColumn - firstColumn;
        if (inputsOffset != 0 || !step.isTraining()) {
            for (int row = firstRow; row < endRow; row++) {
                int at = row * width + firstColumn;
                System.arraycopy(inputs, inputsOffset + at, outputs, at, columns);
            }
        }
        if (step.isTraining()) {
            float[] from = inputsOffset == 0 ? inputs : outputs;
            kernels.drop(from, outputs, firstRow * width + firstColumn, endRow - firstRow, columns, width, mask);
        }
    }

    @Override
    public void backward(
            int member,
            Kernels kernels,
            float[] inputGradient,
            int firstRow,
            int endRow,
            int firstColumn,
            int endColumn) {
        int at = firstRow * width + firstColumn;
        kernels.drop(outputGradient, inputGradient, at, endRow - firstRow, endColumn - firstColumn, width, mask);
    }

    /// There are no parameters.
    @Override
    public void gradient(int member, Kernels kernels, int firstShare, int endShare, float[] gradient) {}

    @Override
    public long gradientCost() {
        return 0;
    }
}
