package slope.layer;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Factors at work: outputs = s ⊙ inputs. Backward, with g the gradient by the outputs: s gets Σ over
/// rows of g · inputs, the inputs get s ⊙ g.
final class ScalePass implements ElementwisePass {
    private static final int COST = 4;

    private final ParameterLayout.Block factors; // 1 × width
    private final int width;
    private final float[] outputs; // batchSize × width
    private final float[] outputGradient; // batchSize × width
    private final RowBlockSums sums;

    // What the pass at work was called with, for all threads to read.
    private float[] parameters = {};
    private float[] inputs = {};
    private int inputsOffset;
    private int rows;

    ScalePass(Team team, ParameterLayout.Block factors, int width, int batchSize) {
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
    public int cost() {
        return COST;
    }

    @Override
    public void startForward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        this.parameters = parameters;
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        this.rows = rows;
    }

    @Override
    public void forward(int member, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        int factorsAt = factors.offset() + firstColumn;
        for (int row = firstRow; row < endRow; row++) {
            int at = row * width + firstColumn;
            kernels.multiplyEach(
                    inputs, inputsOffset + at, parameters, factorsAt, outputs, at, endColumn - firstColumn);
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
        int columns = endColumn - firstColumn;
        for (int row = firstRow; row < endRow; row++) {
            int at = row * width + firstColumn;
            int sumsAt = sums.startBlock(row, firstColumn, columns);
            kernels.addProducts(outputGradient, at, inputs, inputsOffset + at, sums.blocks(), sumsAt, columns);
            kernels.multiplyEach(
                    outputGradient, at, parameters, factors.offset() + firstColumn, inputGradient, at, columns);
        }
    }

    @Override
    public void gradient(int member, Kernels kernels, int firstShare, int endShare, float[] gradient) {
        sums.addUp(rows, firstShare, endShare, gradient, factors.offset());
    }

    @Override
    public long gradientCost() {
        return sums.cost(rows);
    }
}
