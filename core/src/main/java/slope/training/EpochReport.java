package slope.training;

/// The losses of one epoch.
///
/// @param epoch its number, from 1
/// @param trainingLoss the mean of the batches' losses during the epoch
/// @param validationLoss over the validation rows after the epoch; the training loss where there
///     are no such rows
/// @param judged the score that the epoch is chosen by: the scorer's for the validation rows, else
///     the validation loss
/// @param learningRate of the epoch's last step
/// @param seconds it took, validation included
/// @param best whether it is the best so far
public record EpochReport(
        int epoch,
        double trainingLoss,
        double validationLoss,
        double judged,
        double learningRate,
        double seconds,
        boolean best) {}
