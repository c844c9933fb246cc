package slope.loss;

import java.util.Optional;
import slope.kernel.Kernels;

/// A loss: how wrong a batch of outputs is, as one number that training minimizes.
///
/// Each case states its formula, reduction included, because that decides the size of the gradient.
/// y is a target, a an output, z an output of a last layer with the identity activation (a logit);
/// n rows, K outputs.
///
/// With a weight w for each row, a mean over n rows becomes Σ w·(loss of the row) / Σ w, a sum Σ
/// w·(loss of the row): a row of weight 2 counts like the same row twice.
public sealed interface Loss
        permits HalfSquaredError,
                MeanSquaredError,
                MeanAbsoluteError,
                HuberLoss,
                QuantileLoss,
                BinaryCrossEntropy,
                MultiClassCrossEntropy,
                PoissonLoss,
                TweedieLoss,
                CustomLoss {

    /// See [HalfSquaredError].
    static Loss halfSquaredError() {
        return new HalfSquaredError();
    }

    /// See [MeanSquaredError].
    static Loss meanSquaredError() {
        return new MeanSquaredError();
    }

    /// See [MeanAbsoluteError].
    static Loss meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /// See [BinaryCrossEntropy].
    static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /// See [MultiClassCrossEntropy]; without smoothing.
    static Loss multiClassCrossEntropy() {
        return new MultiClassCrossEntropy(0);
    }

    /// See [PoissonLoss].
    static Loss poisson() {
        return new PoissonLoss();
    }

    /// See [TweedieLoss]; a power of 2 is gamma.
    static Loss tweedie(double power) {
        return new TweedieLoss(power);
    }

    /// Its name in messages.
    String title();

    /// Its formula for one row of K outputs a (or logits z) and targets y, with its settings; its
    /// name where it has none.
    default String formula() {
        return title();
    }

    /// Writes the loss of each target and its gradient with respect to the outputs, times the
    /// batch's scale. Rows do not depend on each other: several threads measure some rows each.
    ///
    /// @param start the first row
    /// @param end behind the last row
    void measure(Kernels kernels, LossBatch batch, int start, int end);

    /// What the sum of all losses is divided by: the reduction.
    ///
    /// @param weight the sum of the rows' weights, n where they have none
    default double divisor(double weight, int outputs) {
        return weight * outputs;
    }

    /// The targets each row has for this many outputs.
    default int targetsFor(int outputs) {
        return outputs;
    }

    /// The name of the function that the loss applies to the outputs itself. The outputs are then
    /// logits or logarithms, and the last layer must have the identity activation.
    default Optional<String> outputFunction() {
        return Optional.empty();
    }

    /// Refuses a number of outputs that the loss is not defined for.
    ///
    /// @throws IllegalArgumentException if a network with so many cannot be trained with it
    default void requireOutputs(int outputs) {}

    /// Whether the loss is defined for a target value.
    default boolean isTarget(float target, int outputs) {
        return Float.isFinite(target);
    }

    /// The target values that it is defined for, as text.
    default String targetsInWords(int outputs) {
        return "finite numbers";
    }
}
