package slope.target;

/// Options of a target's default loss.
///
/// @param labelSmoothing of a softmax over classes, see [slope.loss.MultiClassCrossEntropy]
/// @param ofNumbers the loss of predicted numbers
public record LossOptions(double labelSmoothing, NumberLoss ofNumbers) {

    /// No label smoothing, squared errors.
    public static LossOptions defaults() {
        return new LossOptions(0, NumberLoss.SQUARED);
    }
}
