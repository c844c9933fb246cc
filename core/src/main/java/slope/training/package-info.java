/// Training: from a network and examples to a network that fits them.
///
/// Start with [slope.training.Trainer]. What a person chooses is a value ([slope.training.Loss],
/// [slope.training.Optimizer], [slope.training.LearningRate], [slope.training.Stopping]);
/// everything that changes while training runs belongs to one package-private `TrainingRun`, made
/// at the start and dropped at the end. Progress is told as events to a
/// [slope.training.TrainingListener]; nothing here prints.
@NullMarked
package slope.training;

import org.jspecify.annotations.NullMarked;
