package slope.run;

import slope.fit.CrossValidation;
import slope.fit.FitPlan;

/// A cross-validation that has ended.
///
/// @param request what was asked
/// @param plan of a training on all rows: what is predicted from what, and which metric chooses epochs
/// @param folds of each repeat
/// @param repeats how often folds were drawn
/// @param result the scores
/// @param seconds that it took
public record CrossValidatedTable(
        TrainingRequest request, FitPlan plan, int folds, int repeats, CrossValidation.Result result, double seconds) {}
