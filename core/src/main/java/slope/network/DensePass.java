package slope.network;

import java.util.Optional;
import slope.kernel.ElementwiseFunction.SlopeOf;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;

/// A dense layer at work: outputs = activation(inputs · weights + bias).
///
/// The products start from the bias, so that adding it costs nothing. Backward, with δ the gradient
/// by the sums: weights get inputsᵀ · δ, the bias gets δ's column sums, the inputs get δ ·
/// weightsᵀ.
final class DensePass implements LayerPass {
    private final Kernels kernels;
    private final ActivationPass activation;
    private final ParameterLayout.Block weights; // inputs × outputs
    private final Optional<ParameterLayout.Block> bias; // 1 × outputs
    private final int inputWidth;
    private final int outputWidth;

    private final float[] outputs; // batchSize × outputs
    private final float[] sums; // batchSize × outputs; the same array as the outputs unless slopes are taken of sums
    private final float[] outputGradient; // batchSize × outputs

    // Pointed at the matrices of each product.
    private final MatrixView left = new MatrixView();
    private final MatrixView right = new MatrixView();
    private final MatrixView transposed = new MatrixView();
    private final MatrixView start = new MatrixView();
    private final MatrixView result = new MatrixView();

    DensePass(
            Kernels kernels,
            Layer.Dense settings,
            int inputWidth,
            ParameterLayout.Block weights,
            Optional<ParameterLayout.Block> bias,
            int batchSize) {
        this.kernels = kernels;
        this.activation = ActivationPass.of(settings.activation());
        this.weights = weights;
        this.bias = bias;
        this.inputWidth = inputWidth;
        this.outputWidth = settings.outputs();
        int size = Math.multiplyExact(batchSize, outputWidth);
        this.outputs = new float[size];
        this.sums = activation.slopeOf() == SlopeOf.SUM ? new float[size] : outputs;
        this.outputGradient = new float[size];
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
        left.pointAt(inputs, inputsOffset, rows, inputWidth);
        right.pointAt(parameters, weights.offset(), inputWidth, outputWidth);
        result.pointAt(sums, 0, rows, outputWidth);
        if (bias.isPresent()) {
            start.pointAt(parameters, bias.get().offset(), rows, outputWidth, 0, 1);
            kernels.multiply(left, right, start, result);
        } else {
            kernels.multiply(left, right, result);
        }
        activation.forward(kernels, sums, outputs, rows, outputWidth);
    }

    @Override
    public void backward(float[] inputs, int inputsOffset, int rows, float[] gradient) {
        activation.backward(kernels, sums, outputGradient, rows, outputWidth);
        left.pointAt(inputs, inputsOffset, rows, inputWidth);
        right.pointAt(outputGradient, 0, rows, outputWidth);
        result.pointAt(gradient, weights.offset(), inputWidth, outputWidth);
        kernels.multiply(transposed.pointAtTransposed(left), right, result);
        if (bias.isPresent()) {
            kernels.sumColumns(right, gradient, bias.get().offset());
        }
    }

    @Override
    public void backwardToInputs(float[] parameters, int rows, float[] inputGradient) {
        left.pointAt(outputGradient, 0, rows, outputWidth);
        right.pointAt(parameters, weights.offset(), inputWidth, outputWidth);
        result.pointAt(inputGradient, 0, rows, inputWidth);
        kernels.multiply(left, transposed.pointAtTransposed(right), result);
    }
}
