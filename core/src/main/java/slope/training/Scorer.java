package slope.training;

/// Says how good the predictions of the validation rows are, once in each epoch: whatever a person
/// chooses epochs by, such as one minus accuracy.
@FunctionalInterface
public interface Scorer {

    /// A number that is lower where predictions are better, and finite.
    ///
    /// @param outputs the network's for all validation rows, rows × members × outputs, row-major; only to be
    ///     read, and overwritten by the next epoch
    double judge(float[] outputs);
}
