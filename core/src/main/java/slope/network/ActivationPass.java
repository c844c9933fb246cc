package slope.network;

import slope.kernel.ElementwiseFunction;
import slope.kernel.ElementwiseFunction.SlopeOf;
import slope.kernel.Kernels;

/// How the float engine computes an [Activation]: the one place where settings become kernels.
sealed interface ActivationPass {

    /// The kernels behind an activation.
    static ActivationPass of(Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid() -> new Elementwise(ElementwiseFunction.SIGMOID);
            case Activation.Relu() -> new Elementwise(ElementwiseFunction.RELU);
            case Activation.Tanh() -> new Elementwise(ElementwiseFunction.TANH);
            case Activation.Identity() -> new Elementwise(ElementwiseFunction.IDENTITY);
            case Activation.Softmax() -> new Rows();
            case Activation.LeakyRelu(double slope) -> new Elementwise(ElementwiseFunction.LEAKY_RELU, (float) slope);
            case Activation.Elu(double alpha) -> new Elementwise(ElementwiseFunction.ELU, (float) alpha);
            case Activation.Selu() -> new Elementwise(ElementwiseFunction.SELU);
            case Activation.Gelu() -> new Elementwise(ElementwiseFunction.GELU);
            case Activation.Silu() -> new Elementwise(ElementwiseFunction.SILU);
            case Activation.Mish() -> new Elementwise(ElementwiseFunction.MISH);
        };
    }

    /// What the slope is taken of. Where it is the output, sums and outputs may share one array.
    SlopeOf slopeOf();

    /// Turns sums into outputs.
    ///
    /// @param sums at least rows × columns
    /// @param outputs at least rows × columns; the same array as `sums` unless the slope is taken
    ///     of these
    void forward(Kernels kernels, float[] sums, float[] outputs, int rows, int columns);

    /// Turns the gradient by the outputs into the gradient by the sums, in place.
    ///
    /// @param taken at least rows × columns: outputs or sums, as [#slopeOf] says
    /// @param gradient at least rows × columns
    void backward(Kernels kernels, float[] taken, float[] gradient, int rows, int columns);

    /// Each output depends on its own sum alone.
    ///
    /// @param parameter the function's own number, 0 where it has none
    record Elementwise(ElementwiseFunction function, float parameter) implements ActivationPass {
        Elementwise(ElementwiseFunction function) {
            this(function, 0);
        }

        @Override
        public SlopeOf slopeOf() {
            return function.slopeOf();
        }

        @Override
        public void forward(Kernels kernels, float[] sums, float[] outputs, int rows, int columns) {
            kernels.apply(function, parameter, sums, outputs, 0, rows * columns);
        }

        @Override
        public void backward(Kernels kernels, float[] taken, float[] gradient, int rows, int columns) {
            kernels.multiplyBySlope(function, parameter, taken, gradient, 0, rows * columns);
        }
    }

    /// Softmax: each output depends on all sums of its row.
    record Rows() implements ActivationPass {
        @Override
        public SlopeOf slopeOf() {
            return SlopeOf.OUTPUT;
        }

        @Override
        public void forward(Kernels kernels, float[] sums, float[] outputs, int rows, int columns) {
            kernels.softmax(outputs, 0, rows, columns);
        }

        @Override
        public void backward(Kernels kernels, float[] taken, float[] gradient, int rows, int columns) {
            kernels.softmaxBackward(taken, gradient, 0, rows, columns);
        }
    }
}
