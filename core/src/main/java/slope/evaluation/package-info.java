/// Evaluation of predictions: scores and how sure they are, two models compared, confusion matrix, calibration,
/// ROC and precision–recall curves.
///
/// [slope.evaluation.Evaluation] scores a model on any table, beside a baseline;
/// [slope.evaluation.ClassEvaluation] and [slope.evaluation.NumberEvaluation] look at one class or
/// number, [slope.evaluation.ConfusionMatrix] counts which class was predicted for which,
/// [slope.evaluation.Calibration] compares predicted probabilities with observed rates,
/// [slope.evaluation.ThresholdCurve] has the points of the ROC and precision-recall curves.
/// [slope.evaluation.Bootstrap] tells how sure scores and their differences are,
/// [slope.evaluation.Comparison] compares two models. Single scores are in `slope.metric`.
@NullMarked
package slope.evaluation;

import org.jspecify.annotations.NullMarked;
