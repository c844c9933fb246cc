package slope.network;

import slope.kernel.DropoutMask;
import slope.kernel.Kernels;
import slope.kernel.Team;
import slope.random.SplitRandom;

/// Dropout at work: the mask is drawn anew by each forward of a training step, and the backward that
/// follows uses the same.
final class DropoutPass implements LayerPass {
    /// Sets these draws apart from whatever else is drawn in a step.
    private static final long PURPOSE = 0x64726f70; // "drop"

    /// What a number costs, in multiply-adds.
    private static final int COST = 8;

    private final Team team;
    private final Team.Part drop = this::drop;
    private final Team.Part dropGradient = this::dropGradient;
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
    private float[] inputGradient = {};

    DropoutPass(Team team, double rate, int layer, int width, int batchSize, TrainingStep step) {
        this.team = team;
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
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        mask.draw(
                SplitRandom.name(SplitRandom.name(step.name(), PURPOSE), layer),
                step.isTraining() ? rate * step.dropoutShare() : 0);
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        team.share(drop, rows, 1, (long) rows * width * COST);
    }

    private void drop(int member, Kernels kernels, int start, int end) {
        int at = start * width;
        int length = (end - start) * width;
        if (inputsOffset != 0 || !step.isTraining()) {
            System.arraycopy(inputs, inputsOffset + at, outputs, at, length);
        }
        if (step.isTraining()) {
            kernels.drop(inputsOffset == 0 ? inputs : outputs, outputs, at, length, mask);
        }
    }

    /// There are no parameters.
    @Override
    public void backward(float[] inputs, int inputsOffset, int rows, float[] gradient) {}

    @Override
    public void backwardToInputs(float[] parameters, int rows, float[] inputGradient) {
        this.inputGradient = inputGradient;
        team.share(dropGradient, rows, 1, (long) rows * width * COST);
    }

    private void dropGradient(int member, Kernels kernels, int start, int end) {
        kernels.drop(outputGradient, inputGradient, start * width, (end - start) * width, mask);
    }
}
