package slope.network;

import java.util.Arrays;
import slope.kernel.Kernels;
import slope.kernel.Team;

/// A blended activation at work: outputs = z + α ⊙ d with d = f(z) − z, which is kept for the way
/// back.
///
/// Backward, with g the gradient by the outputs: α gets Σ over rows of g · d, the inputs get g · (1 +
/// α · (f′(z) − 1)).
final class BlendPass implements LayerPass {
    /// What a number costs, in multiply-adds.
    private static final int COST = 24;

    private final Team team;
    private final Team.Part forward = this::forward;
    private final Team.Part inputRows = this::inputRows;
    private final ActivationPass function;
    private final ParameterLayout.Block factors; // 1 × width
    private final int width;
    private final float[] outputs; // batchSize × width
    private final float[] outputGradient; // batchSize × width
    private final float[] differences; // batchSize × width: f(z), then d, then what slopes are taken of
    private final RowBlockSums sums;

    // What the pass at work was called with, for all threads to read.
    private float[] parameters = {};
    private float[] inputs = {};
    private int inputsOffset;
    private float[] inputGradient = {};

    BlendPass(Team team, Activation activation, ParameterLayout.Block factors, int width, int batchSize) {
        this.team = team;
        this.function = ActivationPass.of(activation);
        this.factors = factors;
        this.width = width;
        this.outputs = new float[Math.multiplyExact(batchSize, width)];
        this.outputGradient = new float[outputs.length];
        this.differences = new float[outputs.length];
        this.sums = new RowBlockSums(team, width, batchSize);
    }

    static long numbers(long width, int rows) {
        return 3 * width * rows + RowBlockSums.numbers(width, rows);
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
        int length = (end - start) * width;
        System.arraycopy(inputs, inputsOffset + start * width, outputs, start * width, length);
        function.forward(kernels, outputs, differences, start * width, end - start, width, width);
        for (int row = start; row < end; row++) {
            kernels.blend(outputs, differences, row * width, parameters, factors.offset(), width);
        }
    }

    @Override
    public void backward(float[] inputs, int inputsOffset, int rows, float[] gradient) {
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        sums.add(outputGradient, differences, 0, rows, gradient, factors.offset());
    }

    @Override
    public void backwardToInputs(float[] parameters, int rows, float[] inputGradient) {
        this.inputGradient = inputGradient;
        team.share(inputRows, rows, 1, (long) rows * width * COST);
    }

    /// The outputs have been read for the last time; slopes take their place.
    private void inputRows(int member, Kernels kernels, int start, int end) {
        int at = start * width;
        int length = (end - start) * width;
        System.arraycopy(outputGradient, at, inputGradient, at, length);
        prepareTaken(at, length);
        Arrays.fill(outputs, at, at + length, 1);
        function.backward(kernels, differences, outputs, at, end - start, width, width);
        for (int row = start; row < end; row++) {
            kernels.multiplyByBlendSlope(outputs, inputGradient, row * width, parameters, factors.offset(), width);
        }
    }

    /// Turns the differences into what the slope is taken of, f(z) = d + z or z itself.
    private void prepareTaken(int at, int length) {
        switch (function.slopeOf()) {
            case SUM -> System.arraycopy(inputs, inputsOffset + at, differences, at, length);
            case OUTPUT -> {
                for (int index = at; index < at + length; index++) {
                    differences[index] += inputs[inputsOffset + index];
                }
            }
        }
    }
}
