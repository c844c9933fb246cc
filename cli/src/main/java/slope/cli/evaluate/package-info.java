/// `slope evaluate`: scores a saved model on rows with known targets.
///
/// Start at [slope.cli.evaluate.EvaluateCommand]; [slope.cli.evaluate.Evaluation] computes
/// everything once, and the text, the JSON and the page each show it.
/// [slope.cli.evaluate.ReportPage] is one HTML file that needs nothing else; its drawings are in
/// [slope.cli.evaluate.Chart].
@NullMarked
package slope.cli.evaluate;

import org.jspecify.annotations.NullMarked;
