package slope.training;

/// The report of one epoch.
///
/// @param epoch its number, from 1
/// @param losses of the training and validation rows
/// @param learningRate of the epoch's last step
/// @param seconds it took, validation included
/// @param best whether it is the best so far
public record EpochReport(int epoch, Losses losses, double learningRate, double seconds, boolean best) {

    /// The losses of an epoch.
    ///
    /// @param training the mean of the batches' losses during the epoch
    /// @param validation over the validation rows after the epoch; the training loss where there
    ///     are no such rows
    /// @param score that the epoch is chosen by, the lower the better: the scorer's for the
    ///     validation rows, else the validation loss
    public record Losses(double training, double validation, double score) {}

    /// The same of a network without validation rows: their loss and score are NaN, and no epoch is the best.
    public EpochReport withoutValidation() {
        return new EpochReport(
                epoch, new Losses(losses.training, Double.NaN, Double.NaN), learningRate, seconds, false);
    }
}
