/// One row's forward and backward pass through a saved model, with every number.
///
/// Start at [slope.report.trace.RowTrace], which computes everything with the double engine;
/// [slope.report.trace.TraceReport] writes it out, [slope.report.trace.TraceJson] hands it on.
@NullMarked
package slope.report.trace;

import org.jspecify.annotations.NullMarked;
