/// `slope trace`: one row's forward and backward pass through a saved model, with every number.
///
/// Start at [slope.cli.trace.TraceCommand]. [slope.cli.trace.RowTrace] computes everything with the
/// double engine; [slope.cli.trace.TraceReport] writes it out, [slope.cli.trace.TraceJson] hands it
/// on. [slope.cli.trace.UpdateReport] and [slope.cli.trace.UpdateJson] do so with an update of the
/// training.
@NullMarked
package slope.cli.trace;

import org.jspecify.annotations.NullMarked;
