package slope.layer;

import slope.kernel.ElementwiseFunction;
import slope.kernel.ElementwiseFunction.DerivativeOf;
import slope.kernel.Kernels;

/// How the float engine computes an [Activation]: the one place where settings become kernels.
public sealed interface ActivationPass {

    /// The kernels behind an activation.
    ///
    /// @param width of the rows that it is applied to
    static ActivationPass of(Activation activation, int width) {
        return switch (activation) {
            case Activation.Sigmoid() -> new Elementwise(ElementwiseFunction.SIGMOID, 0, width);
            case Activation.Relu() -> new Elementwise(ElementwiseFunction.RELU, 0, width);
            case Activation.Tanh() -> new Elementwise(ElementwiseFunction.TANH, 0, width);
            case Activation.Identity() -> new Elementwise(ElementwiseFunction.IDENTITY, 0, width);
            case Activation.Softmax() -> new Rows(width);
            case Activation.LeakyRelu(double slope) ->
                new Elementwise(ElementwiseFunction.LEAKY_RELU, (float) slope, width);
            case Activation.Elu(double alpha) -> new Elementwise(ElementwiseFunction.ELU, (float) alpha, width);
            case Activation.Selu() -> new Elementwise(ElementwiseFunction.SELU, 0, width);
            case Activation.Gelu() -> new Elementwise(ElementwiseFunction.GELU, 0, width);
            case Activation.GeluTanh() -> new Elementwise(ElementwiseFunction.GELU_TANH, 0, width);
            case Activation.Silu() -> new Elementwise(ElementwiseFunction.SILU, 0, width);
            case Activation.Mish() -> new Elementwise(ElementwiseFunction.MISH, 0, width);
        };
    }

    /// What the derivative is taken of. Where it is the output, pre-activations and outputs may share one array.
    DerivativeOf derivativeOf();

    /// Whether an output depends on all pre-activations of its row, so that a row cannot be cut.
    boolean needsWholeRows();

    /// Turns pre-activations into outputs, for some columns of some rows.
    ///
    /// @param preActivations the first one stands at `offset`, each row a width behind the one before
    /// @param outputs at the same places; the same array as `preActivations` unless the derivative
    ///     is taken of these
    void forward(Kernels kernels, float[] preActivations, float[] outputs, int offset, int rows, int columns);

    /// Turns the gradient with respect to the outputs into that with respect to the
    /// pre-activations, in place.
    ///
    /// @param taken outputs or pre-activations, as [#derivativeOf] says
    /// @param gradient at the same places
    void backward(Kernels kernels, float[] taken, float[] gradient, int offset, int rows, int columns);

    /// Each output depends on its own pre-activation alone.
    ///
    /// @param parameter the function's own number, 0 where it has none
    record Elementwise(ElementwiseFunction function, float parameter, int width) implements ActivationPass {
        @Override
        public DerivativeOf derivativeOf() {
            return function.derivativeOf();
        }

        @Override
        public boolean needsWholeRows() {
            return false;
        }

        @Override
        public void forward(
                Kernels kernels, float[] preActivations, float[] outputs, int offset, int rows, int columns) {
            if (columns == width) {
                kernels.elementwise().apply(function, parameter, preActivations, outputs, offset, rows * columns);
                return;
            }
            for (int row = 0; row < rows; row++) {
                kernels.elementwise()
                        .apply(function, parameter, preActivations, outputs, offset + row * width, columns);
            }
        }

        @Override
        public void backward(Kernels kernels, float[] taken, float[] gradient, int offset, int rows, int columns) {
            if (columns == width) {
                kernels.elementwise()
                        .multiplyByDerivative(function, parameter, taken, gradient, offset, rows * columns);
                return;
            }
            for (int row = 0; row < rows; row++) {
                kernels.elementwise()
                        .multiplyByDerivative(function, parameter, taken, gradient, offset + row * width, columns);
            }
        }
    }

    /// Softmax: each output depends on all pre-activations of its row.
    record Rows(int width) implements ActivationPass {
        @Override
        public DerivativeOf derivativeOf() {
            return DerivativeOf.OUTPUT;
        }

        @Override
        public boolean needsWholeRows() {
            return true;
        }

        @Override
        public void forward(
                Kernels kernels, float[] preActivations, float[] outputs, int offset, int rows, int columns) {
            kernels.losses().softmax(outputs, offset, rows, columns);
        }

        @Override
        public void backward(Kernels kernels, float[] taken, float[] gradient, int offset, int rows, int columns) {
            kernels.losses().softmaxBackward(taken, gradient, offset, rows, columns);
        }
    }
}
