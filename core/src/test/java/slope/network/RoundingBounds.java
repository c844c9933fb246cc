package slope.network;

import java.util.ArrayList;
import java.util.List;
import slope.layer.Activation;
import slope.layer.Dense;
import slope.layer.ParameterLayout;
import slope.loss.BinaryCrossEntropy;
import slope.loss.CustomLoss;
import slope.loss.HalfSquaredError;
import slope.loss.HuberLoss;
import slope.loss.Loss;
import slope.loss.MeanAbsoluteError;
import slope.loss.MeanSquaredError;
import slope.loss.MultiClassCrossEntropy;
import slope.loss.PoissonLoss;
import slope.loss.QuantileLoss;
import slope.loss.TweedieLoss;
import slope.reference.ActivationFormulas;
import slope.reference.BackwardPass;
import slope.reference.ForwardPass;
import slope.reference.LayerBackward;
import slope.reference.LayerForward;
import slope.reference.LayerParameters;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;

/// How far the float engine may be from the double engine: for each number, a bound on its rounding
/// errors, carried along with the numbers themselves (a running error analysis; Higham, Accuracy and
/// Stability of Numerical Algorithms, section 3.3).
///
/// With u = 2⁻²⁴, half an ulp of a float 1:
/// - a chain of n fused multiply-adds errs by at most n·u·Σ|x·w| (his eq. 3.5), and by Σ Δx·|w| for
///   what its inputs erred;
/// - a function errs by what its argument's error makes of it, Δf = max |f(z ± Δz) − f(z)|, which
///   sees kinks too, and by [#FUNCTION]·u of its own size; a slope by as much of 1 + |z|, since
///   slopes are differences of numbers of size 1;
/// - so errors grow by n·u times magnitudes with each layer: with length and with depth.
///
/// Products of two errors are left out and paid for by a factor of 2 at the end.
public final class RoundingBounds {
    /// u: half an ulp of a float 1.
    public static final double U = 0x1p-24;

    /// Roundings in the elementwise operations: GELU has most, 6.7 ulps far below 0, which are up
    /// to twice as many halves of one, and a product. What GELU by tanh errs beyond that comes from rounding
    /// its argument, which the error of the sum is more than.
    private static final double FUNCTION = 15;

    private final List<Matrix> sums = new ArrayList<>(); // for each layer, rows × outputs
    private final List<Matrix> outputs = new ArrayList<>(); // for each layer, rows × outputs
    private final double[] gradient; // in the order of the parameter layout
    private double loss;

    /// Bounds for one forward and backward pass.
    ///
    /// @param network with parameters that floats hold exactly
    /// @param targets that floats hold exactly
    public RoundingBounds(
            ReferenceNetwork network, ForwardPass forward, BackwardPass backward, Loss loss, Matrix targets) {
        ParameterLayout layout = network.architecture().parameterLayout();
        this.gradient = new double[layout.length()];
        forward(network, forward);
        Matrix error = lossErrors(loss, forward.outputs(), targets);
        for (int layer = forward.layers().size() - 1; layer >= 0; layer--) {
            error = backward(network, forward, backward, layer, error);
        }
    }

    /// For each output of the network, rows × outputs, row-major.
    public double[] outputs() {
        return outputs.getLast().scaled(2).toArray();
    }

    /// For each parameter, in the order of the layout.
    public double[] gradient() {
        return Matrix.of(1, gradient.length, gradient).scaled(2).toArray();
    }

    public double loss() {
        return 2 * loss;
    }

    private void forward(ReferenceNetwork network, ForwardPass forward) {
        Matrix inputErrors = forward.layers().getFirst().inputs().scaled(0);
        for (int layer = 0; layer < forward.layers().size(); layer++) {
            LayerForward pass = forward.layers().get(layer);
            LayerParameters parameters = network.layers().get(layer);
            Matrix weights = absolute(parameters.weights());
            Matrix magnitude = absolute(pass.inputs()).times(weights);
            if (parameters.bias().isPresent()) {
                magnitude = magnitude.plusToEachRow(absolute(parameters.bias().get()));
            }
            Matrix sumErrors = magnitude.scaled(weights.rows() * U).plus(inputErrors.times(weights));
            Matrix outputErrors = activation(network, layer) instanceof Activation.Softmax
                    ? softmaxErrors(pass.preActivations(), pass.outputs(), sumErrors)
                    : functionErrors(activation(network, layer), pass, sumErrors);
            sums.add(sumErrors);
            outputs.add(outputErrors);
            inputErrors = outputErrors;
        }
    }

    /// One layer back: notes the gradient's errors, returns those of the gradient by its inputs.
    private Matrix backward(
            ReferenceNetwork network, ForwardPass forward, BackwardPass backward, int layer, Matrix errors) {
        LayerForward pass = forward.layers().get(layer);
        LayerBackward back = backward.layers().get(layer);
        Matrix delta = absolute(back.delta());
        Matrix deltaErrors = activation(network, layer) instanceof Activation.Softmax
                ? softmaxDeltaErrors(back.error(), pass.outputs(), outputs.get(layer), errors)
                : absolute(back.error())
                        .timesEach(slopeErrors(activation(network, layer), pass, sums.get(layer)))
                        .plus(absolute(back.derivative().orElseThrow()).timesEach(errors))
                        .plus(delta.scaled(2 * U));

        Matrix inputs = absolute(pass.inputs());
        int rows = inputs.rows();
        Matrix weightErrors = inputs.transposed().times(delta.scaled(rows * U).plus(deltaErrors));
        if (layer > 0) {
            weightErrors = weightErrors.plus(outputs.get(layer - 1).transposed().times(delta));
        }
        Matrix biasErrors = delta.scaled(rows * U).plus(deltaErrors).sumOfRows();
        ParameterLayout layout = network.architecture().parameterLayout();
        note(weightErrors, layout.weights(layer));
        layout.bias(layer).ifPresent(block -> note(biasErrors, block));

        Matrix weights = absolute(network.layers().get(layer).weights());
        return delta.scaled(weights.columns() * U).plus(deltaErrors).times(weights.transposed());
    }

    /// Errors of the loss's gradient by the outputs; the loss's own are noted.
    private Matrix lossErrors(Loss loss, Matrix values, Matrix targets) {
        Matrix errors = outputs.getLast();
        double count = (double) values.rows() * loss.targetsFor(values.columns());
        return switch (loss) {
            case HalfSquaredError _, MeanSquaredError _ -> {
                double share = loss instanceof HalfSquaredError ? 1 : 2 / count;
                Matrix missed = absolute(values.minus(targets));
                Matrix missedErrors = errors.plus(missed.scaled(U));
                this.loss = share
                        * missed.timesEach(missedErrors.plus(missed.scaled(U))).sum();
                yield missedErrors.plus(missed.scaled(2 * U)).scaled(share);
            }
            // The slope of sigmoid is at most ¼; a loss moves by at most as much as its logit.
            case BinaryCrossEntropy _ -> {
                Matrix sizes = absolute(values).map(z -> FUNCTION * U * (1 + z));
                this.loss = errors.plus(sizes).sum() / count;
                yield errors.scaled(0.25).map(error -> (error + FUNCTION * U) / count);
            }
            case MultiClassCrossEntropy _ -> {
                Matrix shares = ActivationFormulas.outputs(Activation.SOFTMAX, values);
                for (int row = 0; row < values.rows(); row++) {
                    double size = 1 + 2 * largest(values, row);
                    this.loss += (4 * largest(errors, row) + FUNCTION * U * size) / count;
                }
                yield softmaxErrors(values, shares, errors).map(error -> (error + 4 * U) / count);
            }
            // e^η grows by its own size times the error of η.
            case PoissonLoss _ -> {
                Matrix expected = values.map(StrictMath::exp);
                Matrix relative = errors.plus(absolute(values).map(z -> FUNCTION * U * (1 + z)));
                Matrix gradientErrors = expected.timesEach(relative).map(error -> 2 * error);
                Matrix sizes =
                        absolute(targets).timesEach(errors.plus(absolute(values).scaled(2 * U)));
                this.loss = gradientErrors.plus(sizes).sum() / count;
                yield gradientErrors.plus(absolute(targets).scaled(2 * U)).scaled(1 / count);
            }
            // Both powers of e^η grow by no more than their own size times the error of η.
            case TweedieLoss(double power) -> {
                Matrix relative = errors.plus(absolute(values).map(z -> 4 * U + FUNCTION * U * (1 + z)));
                Matrix sizes = values.combine(
                        targets, (z, y) -> StrictMath.exp((2 - power) * z) + y * StrictMath.exp((1 - power) * z));
                Matrix gradientErrors = sizes.timesEach(relative).map(error -> 2 * error);
                double growth = 1 / (power - 1) + (power == 2 ? 1 : 1 / (2 - power));
                this.loss = gradientErrors.scaled(growth).plus(relative).sum() / count;
                yield gradientErrors.scaled(1 / count);
            }
            // Neither slope exceeds 1; the gradient jumps where the error may have either sign.
            case MeanAbsoluteError _ -> {
                Matrix missed = absolute(values.minus(targets));
                this.loss = errors.plus(missed.scaled(4 * U)).sum() / count;
                yield missed.combine(errors, (size, error) -> (size <= 2 * error ? 2 : 2 * U) / count);
            }
            case HuberLoss(double delta) -> {
                Matrix missed = absolute(values.minus(targets));
                this.loss = errors.scaled(delta).plus(missed.scaled(8 * U)).sum() / count;
                yield errors.plus(missed.scaled(4 * U)).scaled(1 / count);
            }
            case QuantileLoss _, CustomLoss _ -> throw new IllegalArgumentException("not bounded here");
        };
    }

    private static Matrix functionErrors(Activation activation, LayerForward pass, Matrix sumErrors) {
        Matrix above =
                ActivationFormulas.outputs(activation, pass.preActivations().plus(sumErrors));
        Matrix below =
                ActivationFormulas.outputs(activation, pass.preActivations().minus(sumErrors));
        return variation(pass.outputs(), above, below)
                .plus(absolute(pass.outputs()).scaled(FUNCTION * U))
                .map(error -> error + Float.MIN_NORMAL);
    }

    private static Matrix slopeErrors(Activation activation, LayerForward pass, Matrix sumErrors) {
        Matrix variation = variation(
                slope(activation, pass.preActivations()),
                slope(activation, pass.preActivations().plus(sumErrors)),
                slope(activation, pass.preActivations().minus(sumErrors)));
        return variation.plus(absolute(pass.preActivations()).map(z -> FUNCTION * U * (1 + z)));
    }

    /// a_j moves by a_j·2·max Δz, and by its exponent's rounding, which grows with |z_j − max z|.
    private static Matrix softmaxErrors(Matrix sums, Matrix outputs, Matrix sumErrors) {
        double[][] errors = outputs.toRows();
        for (int row = 0; row < errors.length; row++) {
            double relative = 2 * largest(sumErrors, row) + U * (FUNCTION + 4 * largest(sums, row));
            for (int column = 0; column < errors[row].length; column++) {
                errors[row][column] = errors[row][column] * relative + Float.MIN_NORMAL;
            }
        }
        return Matrix.of(errors);
    }

    /// δ_j = a_j·(g_j − Σ g_k·a_k), with what a, g and the operations erred.
    private static Matrix softmaxDeltaErrors(Matrix error, Matrix outputs, Matrix outputErrors, Matrix errors) {
        Matrix size = absolute(error);
        double[][] bounds = new double[error.rows()][error.columns()];
        for (int row = 0; row < bounds.length; row++) {
            double mean = 0;
            double meanError = 0;
            for (int k = 0; k < error.columns(); k++) {
                mean += size.at(row, k) * outputs.at(row, k);
                meanError += size.at(row, k) * outputErrors.at(row, k) + errors.at(row, k) * outputs.at(row, k);
            }
            for (int j = 0; j < error.columns(); j++) {
                double around = size.at(row, j) + mean;
                bounds[row][j] = outputErrors.at(row, j) * around
                        + outputs.at(row, j) * (errors.at(row, j) + meanError + FUNCTION * U * around);
            }
        }
        return Matrix.of(bounds);
    }

    private static Matrix slope(Activation activation, Matrix sums) {
        return ActivationFormulas.derivative(activation, sums, ActivationFormulas.outputs(activation, sums))
                .orElseThrow();
    }

    private static Matrix variation(Matrix middle, Matrix above, Matrix below) {
        return absolute(above.minus(middle)).combine(absolute(below.minus(middle)), Math::max);
    }

    private static Activation activation(ReferenceNetwork network, int layer) {
        if (network.architecture().layers().get(layer) instanceof Dense dense) {
            return dense.activation();
        }
        throw new IllegalArgumentException("only dense layers are bounded here, the others in LayerAgreementTest");
    }

    private static Matrix absolute(Matrix matrix) {
        return matrix.map(Math::abs);
    }

    private static double largest(Matrix matrix, int row) {
        double largest = 0;
        for (int column = 0; column < matrix.columns(); column++) {
            largest = Math.max(largest, Math.abs(matrix.at(row, column)));
        }
        return largest;
    }

    private void note(Matrix errors, ParameterLayout.Block block) {
        System.arraycopy(errors.toArray(), 0, gradient, block.offset(), block.length());
    }
}
