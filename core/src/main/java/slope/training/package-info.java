/// Training: from a network and examples to a network that fits them.
///
/// Start with [slope.training.Trainer], which takes a [slope.loss.Loss], an [slope.optimizer.Optimizer] and a
/// [slope.training.Stopping]. Everything that changes while training runs belongs to one `TrainingRun`, made at
/// the start and dropped at the end. The callbacks of a [slope.training.TrainingListener] hear of progress,
/// read gradients and may end a training; nothing here prints.
@NullMarked
package slope.training;

import org.jspecify.annotations.NullMarked;
