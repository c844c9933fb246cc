package slope.layer;

import slope.kernel.ElementwiseFunction;
import slope.kernel.ElementwiseFunction.DerivativeOf;
import slope.kernel.Kernels;

/// How the float engine computes an [Activation]: the one place where settings become kernels.
public sealed interface ActivationPass {

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
            case Activation.GeluTanh() -> new Elementwise(ElementwiseFunction.GELU_TANH);
            case Activation.Silu() -> new Elementwise(ElementwiseFunction.SILU);
            case Activation.Mish() -> new Elementwise(ElementwiseFunction.MISH);
        };
    }

    /// What the derivative is taken of. Where it is the output, pre-activations and outputs may share one array.
    DerivativeOf derivativeOf();

    /// Whether an output depends on all pre-activations of its row, so that a row cannot be cut.
    boolean needsWholeRows();

    /// Turns pre-activations into outputs, for some columns of some rows.
    ///
    /// @param preActivations the first one stands at `offset`, each row `stride` behind the one before
    /// @param outputs at the same places; the same array as `preActivations` unless the derivative
    ///     is taken of these
    void forward(
            Kernels kernels, float[] preActivations, float[] outputs, int offset, int rows, int columns, int stride);

    /// Turns the gradient with respect to the outputs into that with respect to the
    /// pre-activations, in place.
    ///
    /// @param taken outputs or pre-activations, as [#derivativeOf] says
    /// @param gradient at the same places
    void backward(Kernels kernels, float[] taken, float[] gradient, int offset, int rows, int columns, int stride);

    /// Each output depends on its own pre-activation alone.
    ///
    /// @param parameter the function's own number, 0 where it has none
    record Elementwise(ElementwiseFunction function, float parameter) implements ActivationPass {
        Elementwise(ElementwiseFunction function) {
            this(function, 0);
        }

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
                Kernels kernels,
                float[] preActivations,
                float[] outputs,
                int offset,
                int rows,
                int columns,
                int stride) {
            if (columns == stride) {
                kernels.elementwise().apply(function, parameter, preActivations, outputs, offset, rows * columns);
                return;
            }
            for (int row = 0; row < rows; row++) {
                kernels.elementwise()
                        .apply(function, parameter, preActivations, outputs, offset + row * stride, columns);
            }
        }

        @Override
        public void backward(
                Kernels kernels, float[] taken, float[] gradient, int offset, int rows, int columns, int stride) {
            if (columns == stride) {
                kernels.elementwise()
                        .multiplyByDerivative(function, parameter, taken, gradient, offset, rows * columns);
                return;
            }
            for (int row = 0; row < rows; row++) {
                kernels.elementwise()
                        .multiplyByDerivative(function, parameter, taken, gradient, offset + row * stride, columns);
            }
        }
    }

    /// Softmax: each output depends on all pre-activations of its row.
    record Rows() implements ActivationPass {
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
                Kernels kernels,
                float[] preActivations,
                float[] outputs,
                int offset,
                int rows,
                int columns,
                int stride) {
            kernels.losses().softmax(outputs, offset, rows, columns);
        }

        @Override
        public void backward(
                Kernels kernels, float[] taken, float[] gradient, int offset, int rows, int columns, int stride) {
            kernels.losses().softmaxBackward(taken, gradient, offset, rows, columns);
        }
    }
}
