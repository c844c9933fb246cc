/// Training: from an initial network and examples to a trained network.
///
/// Start with [slope.training.Trainer], which takes a [slope.loss.Loss], an
/// [slope.optimizer.Optimizer] and a [slope.training.Stopping]. All mutable state belongs to one
/// `TrainingRun`, which lives as long as the training. The callbacks of a
/// [slope.training.TrainingListener] follow progress, read gradients and may end a training.
/// Nothing here prints.
@NullMarked
package slope.training;

import org.jspecify.annotations.NullMarked;
