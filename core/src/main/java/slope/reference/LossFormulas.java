package slope.reference;

import java.util.List;
import slope.internal.lesson.DoubleExponential;
import slope.layer.Activation;
import slope.layer.Architecture;
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

/// The formula of each loss, and its gradient with respect to the network's outputs.
///
/// Formulas and reductions are those stated at [Loss]. Targets are rows × outputs; for the
/// multi-class loss they are rows × 1, the number of each row's class from 0.
public final class LossFormulas {
    private LossFormulas() {}

    /// The loss; no finite outputs overflow the two losses from logits.
    ///
    /// @param outputs rows × outputs: the last layer's, logits for the losses that take them
    public static double value(Loss loss, Matrix outputs, Matrix targets) {
        requireFitting(loss, outputs, targets);
        return switch (loss) {
            case HalfSquaredError ignored -> 0.5 * squaredError(outputs, targets);
            case MeanSquaredError ignored -> squaredError(outputs, targets) / count(outputs);
            case BinaryCrossEntropy ignored ->
                outputs.combine(targets, LossFormulas::binary).sum() / count(outputs);
            case MultiClassCrossEntropy(double smoothing) ->
                smoothing == 0
                        ? multiClass(outputs, targets) / outputs.rows()
                        : (multiClass(outputs, targets) + smoothed(outputs, targets, smoothing)) / outputs.rows();
            case PoissonLoss ignored ->
                outputs.combine(targets, (z, y) -> DoubleExponential.exp(z) - y * z)
                                .sum()
                        / count(outputs);
            case TweedieLoss(double power) ->
                outputs.combine(targets, (z, y) -> tweedie(power, z, y)).sum() / count(outputs);
            case MeanAbsoluteError ignored -> meanAbsoluteError(outputs, targets);
            case HuberLoss(double delta) ->
                outputs.combine(targets, (a, y) -> huber(y - a, delta)).sum() / count(outputs);
            case QuantileLoss(List<Double> levels) ->
                RowFormulas.quantileErrors(outputs, targets, levels).sum() / count(outputs);
            case CustomLoss custom -> throw unknown(custom);
        };
    }

    /// dLoss/dOutput for each output.
    ///
    /// @param outputs rows × outputs, as for [#value]
    /// @return rows × outputs
    static Matrix gradient(Loss loss, Matrix outputs, Matrix targets) {
        requireFitting(loss, outputs, targets);
        return switch (loss) {
            case HalfSquaredError ignored -> outputs.minus(targets);
            case MeanSquaredError ignored -> outputs.minus(targets).scaled(2.0 / count(outputs));
            // sigmoid(z) − y
            case BinaryCrossEntropy ignored ->
                outputs.map(Functions::sigmoid).minus(targets).scaled(1.0 / count(outputs));
            // softmax(z) − q
            case MultiClassCrossEntropy(double smoothing) ->
                ActivationFormulas.outputs(Activation.SOFTMAX, outputs)
                        .minus(RowFormulas.labels(targets, outputs.columns(), smoothing))
                        .scaled(1.0 / outputs.rows());
            case PoissonLoss ignored ->
                outputs.map(DoubleExponential::exp).minus(targets).scaled(1.0 / count(outputs));
            case TweedieLoss(double power) ->
                outputs.combine(targets, (z, y) -> tweedieDerivative(power, z, y))
                        .scaled(1.0 / count(outputs));
            case MeanAbsoluteError ignored ->
                outputs.minus(targets).map(Math::signum).scaled(1.0 / count(outputs));
            case HuberLoss(double delta) ->
                outputs.minus(targets)
                        .map(error -> Math.clamp(error, -delta, delta))
                        .scaled(1.0 / count(outputs));
            case QuantileLoss(List<Double> levels) ->
                RowFormulas.quantileSlopes(outputs, targets, levels).scaled(1.0 / count(outputs));
            case CustomLoss custom -> throw unknown(custom);
        };
    }

    /// The mean of |target − output| over rows and outputs.
    public static double meanAbsoluteError(Matrix outputs, Matrix targets) {
        return targets.minus(outputs).map(Math::abs).sum() / count(outputs);
    }

    /// Refuses a loss that takes logits behind a last layer that does not give any.
    ///
    /// @throws IllegalArgumentException if the last layer's activation does not fit the loss
    static void requireFitting(Loss loss, Architecture architecture) {
        Activation last = architecture.lastActivation();
        if (loss.outputFunction().isPresent() && !last.equals(Activation.IDENTITY)) {
            throw new IllegalArgumentException(
                    "the loss %s takes logits, so the last layer must have the activation identity, not %s"
                            .formatted(loss.title(), last.title()));
        }
    }

    private static double squaredError(Matrix outputs, Matrix targets) {
        return targets.combine(outputs, (y, a) -> (y - a) * (y - a)).sum();
    }

    /// ln(1 + e^z) − y·z. With the large part of the logarithm apart it is (max(0, z) − y·z) + ln(1
    /// + e^−|z|): nothing overflows, and a loss near zero keeps its digits.
    private static double binary(double logit, double target) {
        return Math.max(0, logit) - target * logit + StrictMath.log1p(DoubleExponential.exp(-Math.abs(logit)));
    }

    /// Σ over rows of ln(Σ_k e^(z_k)) − z_y. With the largest logit m apart it is (m − z_y) + ln(1
    /// + Σ e^(z_k − m)) over the other logits: nothing overflows, and a loss near zero keeps its
    /// digits.
    private static double multiClass(Matrix logits, Matrix targets) {
        double total = 0;
        for (int row = 0; row < logits.rows(); row++) {
            int largest = 0;
            for (int unit = 1; unit < logits.columns(); unit++) {
                if (logits.at(row, unit) > logits.at(row, largest)) {
                    largest = unit;
                }
            }
            double others = 0;
            for (int unit = 0; unit < logits.columns(); unit++) {
                if (unit != largest) {
                    others += DoubleExponential.exp(logits.at(row, unit) - logits.at(row, largest));
                }
            }
            double missed = logits.at(row, largest) - logits.at(row, (int) targets.at(row, 0));
            total += missed + StrictMath.log1p(others);
        }
        return total;
    }

    /// What smoothing adds: ε · Σ over rows of z_y − mean z.
    private static double smoothed(Matrix logits, Matrix targets, double smoothing) {
        double total = 0;
        for (int row = 0; row < logits.rows(); row++) {
            double sum = 0;
            for (int unit = 0; unit < logits.columns(); unit++) {
                sum += logits.at(row, unit);
            }
            total += logits.at(row, (int) targets.at(row, 0)) - sum / logits.columns();
        }
        return smoothing * total;
    }

    private static double tweedie(double power, double logarithm, double amount) {
        double mean = power == 2 ? logarithm : DoubleExponential.exp((2 - power) * logarithm) / (2 - power);
        return mean - amount * DoubleExponential.exp((1 - power) * logarithm) / (1 - power);
    }

    private static double tweedieDerivative(double power, double logarithm, double amount) {
        return DoubleExponential.exp((2 - power) * logarithm) - amount * DoubleExponential.exp((1 - power) * logarithm);
    }

    private static double huber(double error, double delta) {
        double size = Math.abs(error);
        return size <= delta ? 0.5 * error * error : delta * (size - 0.5 * delta);
    }

    private static IllegalArgumentException unknown(CustomLoss loss) {
        return new IllegalArgumentException(
                "the double engine has no formula of the custom loss \"%s\"".formatted(loss.title()));
    }

    private static double count(Matrix outputs) {
        return (double) outputs.rows() * outputs.columns();
    }

    private static void requireFitting(Loss loss, Matrix outputs, Matrix targets) {
        int wanted = loss.targetsFor(outputs.columns());
        if (targets.rows() != outputs.rows() || targets.columns() != wanted) {
            throw new IllegalArgumentException("%s rows of %s outputs need targets of %s × %s, not %s × %s for %s"
                    .formatted(
                            outputs.rows(),
                            outputs.columns(),
                            outputs.rows(),
                            wanted,
                            targets.rows(),
                            targets.columns(),
                            loss.title()));
        }
        if (loss instanceof MultiClassCrossEntropy) {
            requireClasses(targets, outputs.columns());
        }
    }

    private static void requireClasses(Matrix targets, int classes) {
        for (int row = 0; row < targets.rows(); row++) {
            double target = targets.at(row, 0);
            if (!(target >= 0 && target < classes && target == Math.rint(target))) {
                throw new IllegalArgumentException("the target of row %s must be the number of a class, 0 to %s, not %s"
                        .formatted(row + 1, classes - 1, target));
            }
        }
    }
}
