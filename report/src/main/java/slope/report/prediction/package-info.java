/// Predictions of a row that a person changes: the prediction, how it moves with one column or two, and rows of the
/// training that are like it.
///
/// Start with [slope.report.prediction.PredictionReport]. Why a model predicts what it does is in
/// `slope.report.explanation`.
@NullMarked
package slope.report.prediction;

import org.jspecify.annotations.NullMarked;
