/// The record of a model's training, for the commands that depend on it.
///
/// Start with [slope.cli.record.RecordedOptions]; [slope.cli.record.RecordedLoss] is the loss.
@NullMarked
package slope.cli.record;

import org.jspecify.annotations.NullMarked;
