package slope.network;

import java.util.Optional;
import slope.kernel.ElementwiseFunction.SlopeOf;
import slope.kernel.Kernels;
import slope.kernel.Kernels.Start;

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
        Start start = Start.ZERO;
        if (bias.isPresent()) {
            kernels.repeatRow(parameters, bias.get().offset(), sums, 0, rows, outputWidth);
            start = Start.RESULT;
        }
        kernels.multiply(
                inputs,
                inputsOffset,
                inputWidth,
                parameters,
                weights.offset(),
                outputWidth,
                sums,
                0,
                outputWidth,
                rows,
                inputWidth,
                outputWidth,
                start);
        activation.forward(kernels, sums, outputs, rows, outputWidth);
    }

    @Override
    public void backward(float[] inputs, int inputsOffset, int rows, float[] gradient) {
        activation.backward(kernels, sums, outputGradient, rows, outputWidth);
        kernels.multiplyLeftTransposed(
                inputs,
                inputsOffset,
                inputWidth,
                outputGradient,
                0,
                outputWidth,
                gradient,
                weights.offset(),
                outputWidth,
                inputWidth,
                rows,
                outputWidth,
                Start.ZERO);
        if (bias.isPresent()) {
            kernels.sumColumns(
                    outputGradient, 0, outputWidth, gradient, bias.get().offset(), rows, outputWidth);
        }
    }

    @Override
    public void backwardToInputs(float[] parameters, int rows, float[] inputGradient) {
        kernels.multiplyRightTransposed(
                outputGradient,
                0,
                outputWidth,
                parameters,
                weights.offset(),
                outputWidth,
                inputGradient,
                0,
                inputWidth,
                rows,
                outputWidth,
                inputWidth,
                Start.ZERO);
    }
}
