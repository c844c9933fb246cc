/// Optimizers: update rules, learning-rate schedules, gradient clipping, parameter groups.
///
/// Start with [slope.optimizer.Optimizer] and [slope.optimizer.LearningRate]. Each rule
/// is a file: settings, formula, step. What it remembers between steps is an
/// [slope.optimizer.OptimizerMemory] that a training owns.
@NullMarked
package slope.optimizer;

import org.jspecify.annotations.NullMarked;
