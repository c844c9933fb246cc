/// Optimizers: update rules, learning-rate schedules, gradient clipping, parameter groups.
///
/// Start with [slope.optimizer.Optimizer] and [slope.optimizer.LearningRate]. Each
/// [slope.optimizer.UpdateRule] is a file: settings, formula, step. What it remembers between steps
/// is an [slope.optimizer.OptimizerMemory] that a training owns. [slope.optimizer.Lbfgs] is no
/// update rule: it has a memory and a line search of its own.
@NullMarked
package slope.optimizer;

import org.jspecify.annotations.NullMarked;
