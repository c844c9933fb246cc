package slope.layer;

import java.util.Arrays;
import slope.kernel.Kernels;
import slope.kernel.Team;

/// Members' own factors at work: outputs = r_m ⊙ inputs.
///
/// In training the rows that enter are already those of all members, member after member. In a
/// prediction they are the rows themselves, and every member gets each of them. Backward, with g the
/// gradient by the outputs: r_m gets Σ over the member's rows of g · inputs, first row first; the
/// inputs get r_m ⊙ g.
final class BatchEnsembleAdapterPass implements AnchorPass {
    /// What a number costs, in multiply-adds.
    private static final int COST = 4;

    private final Team team;
    private final Team.Part forward = this::forward;
    private final Team.Part inputRows = this::inputRows;
    private final int members;
    private final ParameterLayout.Block factors; // members × width
    private final int width;
    private final TrainingStep step;
    private final float[] outputs; // batchSize × width
    private final float[] outputGradient; // batchSize × width

    // What the pass at work was called with, for all threads to read.
    private float[] parameters = {};
    private float[] inputs = {};
    private int inputsOffset;
    private int rowsOfMember;
    private FusedGroup before;

    /// @param batchSize rows of all members together
    BatchEnsembleAdapterPass(
            Team team, int members, ParameterLayout.Block factors, int width, int batchSize, TrainingStep step) {
        this.team = team;
        this.members = members;
        this.factors = factors;
        this.width = width;
        this.step = step;
        this.outputs = new float[Math.multiplyExact(batchSize, width)];
        this.outputGradient = new float[outputs.length];
        this.before = FusedGroup.of(team, this, width);
    }

    @Override
    public float[] outputs() {
        return outputs;
    }

    @Override
    public float[] outputGradient() {
        return outputGradient;
    }

    /// The rows that leave this layer, where so many enter it.
    @Override
    public int rowsBehind(int rows) {
        return step.isTraining() ? rows : rows * members;
    }

    @Override
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, FusedGroup own) {
        this.parameters = parameters;
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        this.rowsOfMember = rowsBehind(rows) / members;
        int all = rowsOfMember * members;
        team.share(forward, all, 1, (long) all * width * COST);
        own.shareTail(all);
    }

    private void forward(int member, Kernels kernels, int start, int end) {
        for (int row = start; row < end; row++) {
            int from = inputsOffset + (step.isTraining() ? row : row % rowsOfMember) * width;
            kernels.multiplyEach(inputs, from, parameters, factorsOf(row), outputs, row * width, width);
        }
    }

    @Override
    public void backwardToInputs(FusedGroup before) {
        this.before = before;
        int all = rowsOfMember * members;
        team.share(inputRows, all, ElementwisePass.BLOCK_ROWS, (long) all * width * COST + before.tailCost(all));
    }

    private void inputRows(int member, Kernels kernels, int start, int end) {
        for (int row = start; row < end; row++) {
            int at = row * width;
            kernels.multiplyEach(outputGradient, at, parameters, factorsOf(row), before.outputGradient(), at, width);
        }
        before.backward(member, kernels, start, end, 0, width);
    }

    @Override
    public void gradient(int thread, Kernels kernels, int firstShare, int endShare, float[] gradient) {
        int start = team.startOf(firstShare, members, 1);
        int end = team.startOf(endShare, members, 1);
        Arrays.fill(gradient, factors.offset() + start * width, factors.offset() + end * width, 0);
        for (int row = start * rowsOfMember; row < end * rowsOfMember; row++) {
            int at = row * width;
            kernels.addProducts(outputGradient, at, inputs, inputsOffset + at, gradient, factorsOf(row), width);
        }
    }

    @Override
    public long gradientCost() {
        return (long) rowsOfMember * members * width * COST;
    }

    /// Where the factors of the member start that a row belongs to.
    private int factorsOf(int row) {
        return factors.offset() + row / rowsOfMember * width;
    }
}
