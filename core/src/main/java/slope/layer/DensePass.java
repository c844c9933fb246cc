package slope.layer;

import java.util.Arrays;
import java.util.Optional;
import slope.kernel.ElementwiseFunction.DerivativeOf;
import slope.kernel.MatrixView;
import slope.kernel.Products;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// [Dense] at work: outputs = activation(inputs · weights + bias).
///
/// The products start from the bias, so that adding it costs nothing. Backward, with δ the gradient
/// with respect to the pre-activations: weights get inputsᵀ · δ, the bias gets δ's column sums, the
/// inputs get δ · weightsᵀ.
///
/// Threads share the columns of a result where there are enough of them, else its rows. The thread that
/// computes some columns also does what comes next to them, while they are in its core's cache: the
/// activation and the group's epilogue after the forward product, the group before after the product
/// of the way back.
final class DensePass implements AnchorPass {
    /// Columns are shared in multiples of what half a product's tile takes on the widest hardware.
    private static final int COLUMN_GRAIN = 32;

    /// Rows are shared in multiples of what a tile takes.
    private static final int ROW_GRAIN = 6;

    /// What a number costs that goes through an activation, in multiply-adds.
    private static final int ACTIVATION_COST = 16;

    /// Weights that a core's second-level cache holds beside a batch: 512 KiB.
    private static final int SMALL = 1 << 17;

    private final Team team;
    private final ActivationPass activation;
    private final Block weights; // inputs × outputs
    private final Optional<Block> bias; // 1 × outputs
    private final int inputWidth;
    private final int outputWidth;

    private final float[] outputs; // batchSize × outputs
    /// batchSize × outputs; the same array as the outputs unless derivatives are taken of pre-activations.
    private final float[] preActivations;

    private final float[] outputGradient; // batchSize × outputs
    private final Views[] views; // one for each thread

    // The parts that threads take.
    private final Team.Part<FusedGroup> forwardColumns;
    private final Team.Part<FusedGroup> forwardRows;
    private final Team.Part<FusedGroup> inputRows;
    private final Team.Part<FusedGroup> inputColumns;

    /// A thread's own views of the matrices of a product.
    private static final class Views {
        private final MatrixView left = new MatrixView();
        private final MatrixView right = new MatrixView();
        private final MatrixView start = new MatrixView();
        private final MatrixView result = new MatrixView();
    }

    DensePass(LayerPlace place, Team team, Dense settings, int batchSize, TrainingStep step) {
        this.team = team;
        this.activation = ActivationPass.of(settings.activation(), settings.outputs());
        this.weights = place.block(Role.WEIGHTS);
        this.bias = place.find(Role.BIAS);
        this.inputWidth = place.inputs();
        this.outputWidth = settings.outputs();
        int size = Math.multiplyExact(batchSize, outputWidth);
        this.outputs = new float[size];
        boolean keepsPreActivations = step.canTrain() && activation.derivativeOf() == DerivativeOf.INPUT;
        this.preActivations = keepsPreActivations ? new float[size] : outputs;
        this.outputGradient = step.numbersToTrain(size);
        this.views = new Views[team.size()];
        Arrays.setAll(views, ignored -> new Views());

        this.forwardColumns = (worker, group, start, end) ->
                forward(worker, group, 0, group.batch().rows(), start, end);
        this.forwardRows = (worker, group, start, end) -> forward(worker, group, start, end, 0, outputWidth);
        this.inputRows = (worker, group, start, end) -> inputs(worker, group, start, end, 0, inputWidth);
        this.inputColumns = (worker, group, start, end) ->
                inputs(worker, group, 0, group.batch().rows(), start, end);
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
    public void forward(FusedGroup group) {
        int rows = group.batch().rows();
        long cost = productCost(rows) + (long) rows * outputWidth * ACTIVATION_COST + group.epilogueCost();
        if (isSharedByColumns(outputWidth, rows) && !activation.needsWholeRows()) {
            team.share(forwardColumns, group, outputWidth, COLUMN_GRAIN, cost);
        } else {
            team.share(forwardRows, group, rows, ROW_GRAIN, cost);
        }
    }

    private void forward(Worker worker, FusedGroup group, int firstRow, int endRow, int firstColumn, int endColumn) {
        LayerBatch batch = group.batch();
        float[] parameters = batch.parameters();
        Views matrices = views[worker.number()];
        int count = endRow - firstRow;
        int width = endColumn - firstColumn;
        int at = firstRow * outputWidth + firstColumn;
        matrices.left.pointAt(batch.inputs(), batch.inputsOffset() + firstRow * inputWidth, count, inputWidth);
        matrices.right.pointAt(parameters, weights.offset() + firstColumn, inputWidth, width, outputWidth, 1);
        matrices.result.pointAt(preActivations, at, count, width, outputWidth, 1);
        if (bias.isPresent()) {
            matrices.start.pointAt(parameters, bias.get().offset() + firstColumn, count, width, 0, 1);
        } else {
            matrices.start.pointAtZeros(count, width);
        }
        worker.kernels().products().multiply(matrices.left, matrices.right, matrices.start, matrices.result);
        activation.forward(worker.kernels(), preActivations, outputs, at, count, width);
        group.forwardEpilogue(worker, firstRow, endRow, firstColumn, endColumn);
    }

    @Override
    public void backwardToInputs(FusedGroup group) {
        int rows = group.batch().rows();
        long cost = productCost(rows) + group.before().epilogueCost() + (long) rows * inputWidth * ACTIVATION_COST;
        if (isSharedByColumns(inputWidth, rows)) {
            team.share(inputColumns, group, inputWidth, COLUMN_GRAIN, cost);
        } else {
            team.share(inputRows, group, rows, ElementwisePass.BLOCK_ROWS, cost);
        }
    }

    private void inputs(Worker worker, FusedGroup group, int firstRow, int endRow, int firstColumn, int endColumn) {
        LayerBatch batch = group.batch();
        Views matrices = views[worker.number()];
        int count = endRow - firstRow;
        int width = endColumn - firstColumn;
        int weightsAt = weights.offset() + firstColumn * outputWidth;
        matrices.left.pointAt(outputGradient, firstRow * outputWidth, count, outputWidth);
        matrices.right.pointAt(batch.parameters(), weightsAt, outputWidth, width, 1, outputWidth);
        int at = firstRow * inputWidth + firstColumn;
        matrices.result.pointAt(batch.inputGradient(), at, count, width, inputWidth, 1);
        worker.kernels().products().multiply(matrices.left, matrices.right, matrices.result);
        group.before().backward(worker, firstRow, endRow, firstColumn, endColumn);
    }

    /// Turns the gradient with respect to the outputs into δ, in place.
    @Override
    public void derivative(Worker worker, int firstRow, int endRow, int firstColumn, int endColumn) {
        int at = firstRow * outputWidth + firstColumn;
        int rows = endRow - firstRow;
        int columns = endColumn - firstColumn;
        activation.backward(worker.kernels(), preActivations, outputGradient, at, rows, columns);
    }

    /// By columns each thread reads all inputs and rearranges its columns of δ, by rows it rearranges all
    /// of δ: by columns unless the inputs are many more.
    @Override
    public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
        Views matrices = views[worker.number()];
        Products products = worker.kernels().products();
        int rows = batch.rows();
        int start = team.startOf(firstShare, outputWidth, COLUMN_GRAIN);
        int end = team.startOf(endShare, outputWidth, COLUMN_GRAIN);
        boolean byColumns = isShareable(outputWidth) && 4L * outputWidth >= inputWidth;
        int firstColumn = byColumns ? start : 0;
        int width = byColumns ? end - start : outputWidth;
        int firstInput = byColumns ? 0 : team.startOf(firstShare, inputWidth, ROW_GRAIN);
        int count = byColumns ? inputWidth : team.startOf(endShare, inputWidth, ROW_GRAIN) - firstInput;
        if (count > 0 && width > 0) {
            int to = weights.offset() + firstInput * outputWidth + firstColumn;
            matrices.left.pointAt(batch.inputs(), batch.inputsOffset() + firstInput, count, rows, 1, inputWidth);
            matrices.right.pointAt(outputGradient, firstColumn, rows, width, outputWidth, 1);
            matrices.result.pointAt(gradient, to, count, width, outputWidth, 1);
            products.multiply(matrices.left, matrices.right, matrices.result);
        }
        if (bias.isPresent() && start < end) {
            matrices.right.pointAt(outputGradient, start, rows, end - start, outputWidth, 1);
            products.sumColumns(matrices.right, gradient, bias.get().offset() + start);
        }
    }

    @Override
    public long gradientCost(LayerBatch batch) {
        return productCost(batch.rows());
    }

    /// A thread that computes some rows reads all weights, one that computes some columns reads all
    /// of the batch; half of either was written by the other cores and comes from afar. Few weights are
    /// worth reading for whole rows, along which the rest of a group runs faster.
    private boolean isSharedByColumns(int columns, int rows) {
        return isShareable(columns) && columns > rows && weights.length() > SMALL;
    }

    /// Whether each thread gets columns enough for a tile.
    private boolean isShareable(int columns) {
        return columns >= COLUMN_GRAIN * team.size();
    }

    /// A product with few columns takes as long as one with a whole vector of them.
    private long productCost(int rows) {
        return (long) rows * inputWidth * Math.max(outputWidth, COLUMN_GRAIN / 2);
    }
}
