/// `slope train`: from options to a request, a run and its report.
///
/// Start with [slope.cli.train.TrainCommand]. Training itself is not here, see `slope.run`; nor is the
/// report, see `slope.report.training`.
@NullMarked
package slope.cli.train;

import org.jspecify.annotations.NullMarked;
