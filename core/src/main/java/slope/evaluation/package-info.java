/// Predictions, and how good they are in numbers people compare.
///
/// [slope.evaluation.Predictions] are what a model says of rows; [slope.evaluation.Metrics] holds named
/// scores of them, [slope.evaluation.ConfusionMatrix] counts which class was taken for which. A score
/// is always worth reading beside the trivial baseline's, which [slope.evaluation.Baseline] predicts.
/// Where predictions come from is not here: see `slope.model`.
@NullMarked
package slope.evaluation;

import org.jspecify.annotations.NullMarked;
