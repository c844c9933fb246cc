package slope.reference;

import static java.lang.StrictMath.tanh;
import static slope.internal.function.DoubleNormalDistribution.cumulative;
import static slope.internal.function.DoubleNormalDistribution.density;
import static slope.reference.Functions.sigmoid;
import static slope.reference.Functions.softplus;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import slope.internal.lesson.DoubleExponential;
import slope.layer.Activation;

/// The formula and the derivative of each activation; the sources stand at [Activation].
///
/// z is a pre-activation, a the output. All activations but softmax work element by element;
/// softmax uses a whole row, so it has no elementwise derivative and its delta is computed in one
/// step.
public final class ActivationFormulas {
    private ActivationFormulas() {}

    /// The outputs for a layer's pre-activations.
    ///
    /// @param preActivations rows × units, the pre-activations
    /// @return rows × units
    public static Matrix outputs(Activation activation, Matrix preActivations) {
        return elementwise(activation)
                .map(formula -> preActivations.map(formula.output))
                .orElseGet(() -> softmax(preActivations));
    }

    /// da/dz for each number, or nothing for softmax.
    ///
    /// @param preActivations rows × units, the pre-activations
    /// @param outputs rows × units, the result of [#outputs]
    /// @return rows × units
    public static Optional<Matrix> derivative(Activation activation, Matrix preActivations, Matrix outputs) {
        return elementwise(activation).map(formula -> preActivations.combine(outputs, formula.derivative));
    }

    /// The error through softmax: delta_j = a_j · (error_j − Σ_k error_k · a_k), for each row.
    ///
    /// It is the error times softmax's Jacobian, da_k/dz_j = a_k · ([j = k] − a_j).
    ///
    /// @param error dLoss/da, rows × units
    /// @param outputs a, rows × units
    /// @return dLoss/dz, rows × units
    static Matrix softmaxDelta(Matrix error, Matrix outputs) {
        double[][] delta = new double[error.rows()][error.columns()];
        for (int row = 0; row < delta.length; row++) {
            double mean = 0;
            for (int unit = 0; unit < delta[row].length; unit++) {
                mean += error.at(row, unit) * outputs.at(row, unit);
            }
            for (int unit = 0; unit < delta[row].length; unit++) {
                delta[row][unit] = outputs.at(row, unit) * (error.at(row, unit) - mean);
            }
        }
        return Matrix.of(delta);
    }

    /// An activation of single numbers.
    ///
    /// @param output a from z
    /// @param derivative da/dz from z and a, whichever reads best
    private record Elementwise(DoubleUnaryOperator output, DoubleBinaryOperator derivative) {}

    private static Optional<Elementwise> elementwise(Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid ignored -> elementwise(Functions::sigmoid, (z, a) -> Functions.sigmoidPrime(a));
            case Activation.Relu ignored -> elementwise(Functions::relu, (z, a) -> Functions.reluPrime(a));
            case Activation.Tanh ignored -> elementwise(StrictMath::tanh, (z, a) -> Functions.tanhPrime(a));
            case Activation.Identity ignored -> elementwise(z -> z, (z, a) -> 1);
            case Activation.Softmax ignored -> Optional.empty();
            case Activation.LeakyRelu(double below) ->
                elementwise(z -> z > 0 ? z : below * z, (z, a) -> z > 0 ? 1 : below);
            case Activation.Elu(double alpha) -> elu(1, alpha);
            case Activation.Selu ignored -> elu(Activation.Selu.LAMBDA, Activation.Selu.ALPHA);
            case Activation.Gelu ignored ->
                elementwise(z -> z * cumulative(z), (z, a) -> cumulative(z) + z * density(z));
            case Activation.GeluTanh ignored -> geluTanh();
            case Activation.Silu ignored ->
                elementwise(z -> z * sigmoid(z), (z, a) -> sigmoid(z) * (1 + z * (1 - sigmoid(z))));
            case Activation.Mish ignored ->
                elementwise(
                        z -> z * tanh(softplus(z)),
                        (z, a) -> tanh(softplus(z)) + z * Functions.tanhPrime(tanh(softplus(z))) * sigmoid(z));
        };
    }

    private static Optional<Elementwise> elementwise(DoubleUnaryOperator output, DoubleBinaryOperator derivative) {
        return Optional.of(new Elementwise(output, derivative));
    }

    /// λ·z above zero, λ·α·(e^z − 1) elsewhere.
    private static Optional<Elementwise> elu(double lambda, double alpha) {
        return elementwise(
                z -> z > 0 ? lambda * z : lambda * alpha * StrictMath.expm1(z),
                (z, a) -> z > 0 ? lambda : lambda * alpha * DoubleExponential.exp(z));
    }

    /// z·s with s = sigmoid(y) and y = z·(linear + cubic·z²), so y′ = linear + 3·cubic·z².
    private static Optional<Elementwise> geluTanh() {
        double linear = Activation.GeluTanh.LINEAR;
        double cubic = Activation.GeluTanh.CUBIC;
        DoubleUnaryOperator share = z -> sigmoid(z * (linear + cubic * z * z));
        return elementwise(
                z -> z * share.applyAsDouble(z),
                (z, a) -> share.applyAsDouble(z)
                        + z * (linear + 3 * cubic * z * z) * Functions.sigmoidPrime(share.applyAsDouble(z)));
    }

    /// Each row's largest pre-activation is subtracted first: the quotients stay the same and e^z
    /// cannot overflow.
    private static Matrix softmax(Matrix preActivations) {
        double[][] outputs = preActivations.toRows();
        for (double[] row : outputs) {
            double largest = row[0];
            for (double sum : row) {
                largest = Math.max(largest, sum);
            }
            double total = 0;
            for (int unit = 0; unit < row.length; unit++) {
                row[unit] = DoubleExponential.exp(row[unit] - largest);
                total += row[unit];
            }
            for (int unit = 0; unit < row.length; unit++) {
                row[unit] /= total;
            }
        }
        return Matrix.of(outputs);
    }
}
