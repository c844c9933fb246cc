/// `slope train`: from a file to a trained model and a report of its scores.
///
/// Start with [slope.cli.train.TrainCommand], which reads the options;
/// [slope.cli.train.TrainReport] and [slope.cli.train.TrainJson] tell the same result to people and
/// to programs. Training itself is not here: see `slope.fit.Estimator`.
@NullMarked
package slope.cli.train;

import org.jspecify.annotations.NullMarked;
