/// What a model's file says of its training, for the commands that have to keep to it.
///
/// Start with [slope.cli.record.RecordedOptions]; [slope.cli.record.RecordedLoss] tells what was made small.
@NullMarked
package slope.cli.record;

import org.jspecify.annotations.NullMarked;
