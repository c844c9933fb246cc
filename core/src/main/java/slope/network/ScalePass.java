package slope.network;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Factors at work: outputs = s ⊙ inputs. Backward, with g the gradient by the outputs: s gets Σ over
/// rows of g · inputs, the inputs get s ⊙ g.
final class ScalePass implements LayerPass {
    /// What a number costs, in multiply-adds.
    private static final int COST = 4;

    private final Team team;
    private final Team.Part forward = this::forward;
    private final Team.Part inputRows = this::inputRows;
    private final ParameterLayout.Block factors; // 1 × width
    private final int width;
    private final float[] outputs; // batchSize × width
    private final float[] outputGradient; // batchSize × width
    private final RowBlockSums sums;

    // What the pass at work was called with, for all threads to read.
    private float[] parameters = {};
    private float[] inputs = {};
    private int inputsOffset;
    private float[] inputGradient = {};

    ScalePass(Team team, ParameterLayout.Block factors, int width, int batchSize) {
        this.team = team;
        this.factors = factors;
        this.width = width;
        this.outputs = new float[Math.multiplyExact(batchSize, width)];
        this.outputGradient = new float[outputs.length];
        this.sums = new RowBlockSums(team, width, batchSize);
    }

    static long numbers(long width, int rows) {
        return 2 * width * rows + RowBlockSums.numbers(width, rows);
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
        this.parameters = parameters;
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        team.share(forward, rows, 1, (long) rows * width * COST);
    }

    private void forward(int member, Kernels kernels, int start, int end) {
        for (int row = start; row < end; row++) {
            kernels.multiplyEach(
                    inputs, inputsOffset + row * width, parameters, factors.offset(), outputs, row * width, width);
        }
    }

    @Override
    public void backward(float[] inputs, int inputsOffset, int rows, float[] gradient) {
        sums.add(outputGradient, inputs, inputsOffset, rows, gradient, factors.offset());
    }

    @Override
    public void backwardToInputs(float[] parameters, int rows, float[] inputGradient) {
        this.parameters = parameters;
        this.inputGradient = inputGradient;
        team.share(inputRows, rows, 1, (long) rows * width * COST);
    }

    private void inputRows(int member, Kernels kernels, int start, int end) {
        for (int row = start; row < end; row++) {
            int at = row * width;
            kernels.multiplyEach(outputGradient, at, parameters, factors.offset(), inputGradient, at, width);
        }
    }
}
