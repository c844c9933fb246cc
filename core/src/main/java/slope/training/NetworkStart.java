package slope.training;

/// The start of a network's training among those of one model.
///
/// @param number of the network, from 0 in the order of training
/// @param firstEpoch that comes next, from 1; a later one where the training resumes
/// @param lastEpoch if the training does not end early
/// @param isTrial whether the network, already trained, is trained again to try a linear part
public record NetworkStart(int number, int firstEpoch, int lastEpoch, boolean isTrial) {}
