package slope.internal.lesson;

import java.util.Optional;
import slope.layer.Activation;

/// The activations that a lesson may have, along arrays.
enum PlainFunction {
    SIGMOID,
    RELU;

    /// The one behind an activation, if it is among them.
    static Optional<PlainFunction> of(Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid ignored -> Optional.of(SIGMOID);
            case Activation.Relu ignored -> Optional.of(RELU);
            default -> Optional.empty();
        };
    }

    /// Turns sums into outputs, in place.
    void apply(double[] values) {
        switch (this) {
            case SIGMOID -> {
                for (int at = 0; at < values.length; at++) {
                    values[at] = 1 / (1 + DoubleExponential.exp(-values[at]));
                }
            }
            case RELU -> {
                for (int at = 0; at < values.length; at++) {
                    values[at] = Math.max(0, values[at]);
                }
            }
        }
    }

    /// error ← error · slope, the slope taken of the outputs.
    void multiplyByDerivative(double[] outputs, double[] error) {
        switch (this) {
            case SIGMOID -> {
                for (int at = 0; at < error.length; at++) {
                    error[at] *= outputs[at] * (1 - outputs[at]);
                }
            }
            case RELU -> {
                for (int at = 0; at < error.length; at++) {
                    error[at] *= outputs[at] > 0 ? 1 : 0;
                }
            }
        }
    }
}
