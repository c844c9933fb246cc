/// `slope predict`: a saved model's predictions for the rows of a file.
///
/// Start at [slope.cli.predict.PredictCommand]. [slope.run.PredictionColumns] says how
/// predictions look as columns, for every command that shows some.
@NullMarked
package slope.cli.predict;

import org.jspecify.annotations.NullMarked;
