/// How a gradient changes parameters: update rules, learning-rate schedules, clipping, parameter groups.
///
/// Start with [slope.optimizer.Optimizer] and [slope.optimizer.LearningRate]. Settings are values; what an
/// optimizer remembers between steps is an [slope.optimizer.OptimizerMemory] that a training owns.
@NullMarked
package slope.optimizer;

import org.jspecify.annotations.NullMarked;
