package slope.target;

import slope.loss.Loss;
import slope.loss.MultiClassCrossEntropy;
import slope.loss.QuantileLoss;

/// What training makes small for each kind of target.
public final class TargetLoss {
    private TargetLoss() {}

    /// The loss.
    ///
    /// @param outputs of the network: two classes have one or two
    /// @param labelSmoothing of classes with an output each
    /// @param ofNumbers the one that was chosen for numbers
    public static Loss of(TargetEncoding target, int outputs, double labelSmoothing, NumberLoss ofNumbers) {
        return switch (target) {
            case TargetEncoding.Classes _ ->
                outputs == 1 ? Loss.binaryCrossEntropy() : new MultiClassCrossEntropy(labelSmoothing);
            case TargetEncoding.Labels _ -> Loss.binaryCrossEntropy();
            case TargetEncoding.Numbers _ -> ofNumbers.loss();
            case TargetEncoding.Quantiles quantiles -> new QuantileLoss(quantiles.levels());
            case TargetEncoding.Counts _ -> Loss.poisson();
        };
    }
}
