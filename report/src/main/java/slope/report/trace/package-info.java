/// One row's forward and backward pass through a saved model, with every number.
///
/// Start at [slope.report.trace.RowTrace], which computes everything with the double engine.
/// [slope.report.trace.TraceReport] has the facts of it, for a page and for JSON;
/// [slope.report.trace.TraceNumbers] writes every product and sum out.
@NullMarked
package slope.report.trace;

import org.jspecify.annotations.NullMarked;
