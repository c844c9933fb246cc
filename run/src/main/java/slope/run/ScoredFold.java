package slope.run;

/// A fold of a cross-validation that is scored: progress for people.
///
/// @param number from 1, over all repeats
/// @param folds in all
/// @param metric that chose the epochs of its model
/// @param score of the model by that metric; NaN where it is not defined
/// @param baseline of the best constant prediction
public record ScoredFold(int number, int folds, String metric, double score, double baseline) {}
