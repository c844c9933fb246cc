package slope.network;

import java.util.Arrays;
import java.util.Optional;
import slope.kernel.ElementwiseFunction.SlopeOf;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;
import slope.kernel.Team;

/// A dense layer at work: outputs = activation(inputs · weights + bias).
///
/// The products start from the bias, so that adding it costs nothing. Backward, with δ the gradient
/// by the sums: weights get inputsᵀ · δ, the bias gets δ's column sums, the inputs get δ ·
/// weightsᵀ.
///
/// Threads share the columns of a result where there are enough of them, else its rows. Whoever
/// computes some columns also does what comes next to them, while they are in its core's cache: the
/// activation after the forward product, the slope before the product that reads δ.
final class DensePass implements LayerPass {
    /// Columns are shared in multiples of what a product's tile takes on the widest hardware.
    private static final int COLUMN_GRAIN = 32;

    /// Rows are shared in multiples of what tiles take.
    private static final int ROW_GRAIN = 12;

    /// What a number costs that goes through an activation, in multiply-adds.
    private static final int ACTIVATION_COST = 16;

    private final Team team;
    private final ActivationPass activation;
    private final ParameterLayout.Block weights; // inputs × outputs
    private final Optional<ParameterLayout.Block> bias; // 1 × outputs
    private final int inputWidth;
    private final int outputWidth;

    private final float[] outputs; // batchSize × outputs
    private final float[] sums; // batchSize × outputs; the same array as the outputs unless slopes are taken of sums
    private final float[] outputGradient; // batchSize × outputs
    private final Views[] views; // one for each thread

    // The parts that threads take.
    private final Team.Part forwardColumns;
    private final Team.Part forwardRows;
    private final Team.Part slopeRows;
    private final Team.Part weightRows;
    private final Team.Part weightColumns;
    private final Team.Part inputRows;
    private final Team.Part inputColumns;

    // What the pass at work was called with, for all threads to read.
    private float[] parameters = {};
    private float[] inputs = {}; // rows × inputWidth, from inputsOffset on
    private int inputsOffset;
    private int rows;
    private float[] gradient = {}; // by the parameters
    private float[] inputGradient = {}; // rows × inputWidth

    /// A thread's own views of the matrices of a product.
    private static final class Views {
        private final MatrixView left = new MatrixView();
        private final MatrixView right = new MatrixView();
        private final MatrixView start = new MatrixView();
        private final MatrixView result = new MatrixView();
    }

    DensePass(
            Team team,
            Layer.Dense settings,
            int inputWidth,
            ParameterLayout.Block weights,
            Optional<ParameterLayout.Block> bias,
            int batchSize) {
        this.team = team;
        this.activation = ActivationPass.of(settings.activation());
        this.weights = weights;
        this.bias = bias;
        this.inputWidth = inputWidth;
        this.outputWidth = settings.outputs();
        int size = Math.multiplyExact(batchSize, outputWidth);
        this.outputs = new float[size];
        this.sums = activation.slopeOf() == SlopeOf.SUM ? new float[size] : outputs;
        this.outputGradient = new float[size];
        this.views = new Views[team.size()];
        Arrays.setAll(views, _ -> new Views());

        this.forwardColumns = (member, kernels, start, end) -> forward(member, kernels, 0, rows, start, end);
        this.forwardRows = (member, kernels, start, end) -> forward(member, kernels, start, end, 0, outputWidth);
        this.slopeRows = (_, kernels, start, end) -> slope(kernels, start, end, 0, outputWidth);
        this.weightRows = this::weightRows;
        this.weightColumns = this::weightColumns;
        this.inputRows = (member, kernels, start, end) -> inputs(member, kernels, start, end, 0, inputWidth);
        this.inputColumns = (member, kernels, start, end) -> inputs(member, kernels, 0, rows, start, end);
    }

    /// Numbers of memory that each row of a block takes.
    static long numbersPerRow(Layer.Dense settings) {
        boolean keepsSums = ActivationPass.of(settings.activation()).slopeOf() == SlopeOf.SUM;
        return (keepsSums ? 3L : 2L) * settings.outputs();
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
        this.rows = rows;
        long cost = productCost() + activationCost();
        if (isSharedByColumns(outputWidth) && !activation.needsWholeRows()) {
            team.share(forwardColumns, outputWidth, COLUMN_GRAIN, cost);
        } else {
            team.share(forwardRows, rows, ROW_GRAIN, cost);
        }
    }

    private void forward(int member, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        Views own = views[member];
        int count = endRow - firstRow;
        int width = endColumn - firstColumn;
        int at = firstRow * outputWidth + firstColumn;
        own.left.pointAt(inputs, inputsOffset + firstRow * inputWidth, count, inputWidth);
        own.right.pointAt(parameters, weights.offset() + firstColumn, inputWidth, width, outputWidth, 1);
        own.result.pointAt(sums, at, count, width, outputWidth, 1);
        if (bias.isPresent()) {
            own.start.pointAt(parameters, bias.get().offset() + firstColumn, count, width, 0, 1);
        } else {
            own.start.pointAtZeros(count, width);
        }
        kernels.multiply(own.left, own.right, own.start, own.result);
        activation.forward(kernels, sums, outputs, at, count, width, outputWidth);
    }

    @Override
    public void backward(float[] inputs, int inputsOffset, int rows, float[] gradient) {
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        this.rows = rows;
        this.gradient = gradient;
        team.share(slopeRows, rows, ROW_GRAIN, activationCost());
        // By columns each thread reads all inputs and rearranges its columns of δ, by rows it rearranges all of δ: by
        // columns unless the inputs are many more.
        if (isShareable(outputWidth) && 4L * outputWidth >= inputWidth) {
            team.share(weightColumns, outputWidth, COLUMN_GRAIN, productCost());
        } else {
            sumBias(team.kernels(), views[0].right, 0, outputWidth);
            team.share(weightRows, inputWidth, ROW_GRAIN, productCost());
        }
    }

    private void weightColumns(int member, Kernels kernels, int start, int end) {
        Views own = views[member];
        sumBias(kernels, own.right, start, end);
        own.left.pointAt(inputs, inputsOffset, inputWidth, rows, 1, inputWidth);
        own.right.pointAt(outputGradient, start, rows, end - start, outputWidth, 1);
        own.result.pointAt(gradient, weights.offset() + start, inputWidth, end - start, outputWidth, 1);
        kernels.multiply(own.left, own.right, own.result);
    }

    private void weightRows(int member, Kernels kernels, int start, int end) {
        Views own = views[member];
        own.left.pointAt(inputs, inputsOffset + start, end - start, rows, 1, inputWidth);
        own.right.pointAt(outputGradient, 0, rows, outputWidth);
        own.result.pointAt(gradient, weights.offset() + start * outputWidth, end - start, outputWidth);
        kernels.multiply(own.left, own.right, own.result);
    }

    /// Turns the gradient by the outputs into δ, in place.
    private void slope(Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        int at = firstRow * outputWidth + firstColumn;
        activation.backward(kernels, sums, outputGradient, at, endRow - firstRow, endColumn - firstColumn, outputWidth);
    }

    private void sumBias(Kernels kernels, MatrixView delta, int start, int end) {
        if (bias.isPresent()) {
            delta.pointAt(outputGradient, start, rows, end - start, outputWidth, 1);
            kernels.sumColumns(delta, gradient, bias.get().offset() + start);
        }
    }

    @Override
    public void backwardToInputs(float[] parameters, int rows, float[] inputGradient) {
        this.parameters = parameters;
        this.rows = rows;
        this.inputGradient = inputGradient;
        if (isSharedByColumns(inputWidth)) {
            team.share(inputColumns, inputWidth, COLUMN_GRAIN, productCost());
        } else {
            team.share(inputRows, rows, ROW_GRAIN, productCost());
        }
    }

    private void inputs(int member, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        Views own = views[member];
        int count = endRow - firstRow;
        int width = endColumn - firstColumn;
        own.left.pointAt(outputGradient, firstRow * outputWidth, count, outputWidth);
        own.right.pointAt(parameters, weights.offset() + firstColumn * outputWidth, outputWidth, width, 1, outputWidth);
        own.result.pointAt(inputGradient, firstRow * inputWidth + firstColumn, count, width, inputWidth, 1);
        kernels.multiply(own.left, own.right, own.result);
    }

    /// A thread that computes some rows reads all weights, one that computes some columns reads all
    /// of the batch; half of either was written by the other cores and comes from afar.
    private boolean isSharedByColumns(int columns) {
        return isShareable(columns) && columns > rows;
    }

    /// Whether each thread gets columns enough for a tile.
    private boolean isShareable(int columns) {
        return columns >= COLUMN_GRAIN * team.size();
    }

    /// A product with few columns takes as long as one with a whole vector of them.
    private long productCost() {
        return (long) rows * inputWidth * Math.max(outputWidth, COLUMN_GRAIN / 2);
    }

    private long activationCost() {
        return (long) rows * outputWidth * ACTIVATION_COST;
    }
}
