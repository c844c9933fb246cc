/// How good predictions are, in numbers people compare.
///
/// [slope.evaluation.Metrics] holds named scores and computes them from [slope.model.Predictions];
/// [slope.evaluation.ConfusionMatrix] counts which class was taken for which. A score is always
/// worth reading beside the trivial baseline's, which [slope.evaluation.Baseline] predicts.
@NullMarked
package slope.evaluation;

import org.jspecify.annotations.NullMarked;
