package slope.reference;

import java.util.Optional;
import slope.internal.function.DoubleHyperbolicTangent;
import slope.layer.Activation;

/// The activations that [PlainDescent] knows, along arrays.
enum PlainFunction {
    SIGMOID,
    RELU,
    TANH,
    IDENTITY;

    /// The one behind an activation, if it is among them.
    static Optional<PlainFunction> of(Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid ignored -> Optional.of(SIGMOID);
            case Activation.Relu ignored -> Optional.of(RELU);
            case Activation.Tanh ignored -> Optional.of(TANH);
            case Activation.Identity ignored -> Optional.of(IDENTITY);
            default -> Optional.empty();
        };
    }

    /// Turns sums into outputs, in place.
    void apply(double[] values) {
        switch (this) {
            case SIGMOID -> {
                for (int at = 0; at < values.length; at++) {
                    values[at] = Functions.sigmoid(values[at]);
                }
            }
            case RELU -> {
                for (int at = 0; at < values.length; at++) {
                    values[at] = Functions.relu(values[at]);
                }
            }
            case TANH -> {
                for (int at = 0; at < values.length; at++) {
                    values[at] = DoubleHyperbolicTangent.tanh(values[at]);
                }
            }
            case IDENTITY -> {}
        }
    }

    /// error ← error · slope, the slope taken of the outputs.
    void multiplyByDerivative(double[] outputs, double[] error) {
        switch (this) {
            case SIGMOID -> {
                for (int at = 0; at < error.length; at++) {
                    error[at] *= Functions.sigmoidPrime(outputs[at]);
                }
            }
            case RELU -> {
                for (int at = 0; at < error.length; at++) {
                    error[at] *= Functions.reluPrime(outputs[at]);
                }
            }
            case TANH -> {
                for (int at = 0; at < error.length; at++) {
                    error[at] *= Functions.tanhPrime(outputs[at]);
                }
            }
            case IDENTITY -> {}
        }
    }
}
