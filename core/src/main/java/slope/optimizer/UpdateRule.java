package slope.optimizer;

import java.util.List;
import slope.kernel.OptimizerSteps;

/// An [Optimizer] that moves each parameter by its own gradient and moments, at a learning rate.
/// Its memory between steps is an [OptimizerMemory].
public sealed interface UpdateRule extends Optimizer permits Sgd, Momentum, Nesterov, Adam, AdamW, RmsProp {

    /// The moments of each parameter, in the order of its formula.
    List<Moment> moments();

    /// β of a moment that is divided by 1 − β^t because it starts at 0 (bias correction); 1 where a
    /// moment is not.
    default double correctedBeta(int moment) {
        return 1;
    }

    /// Updates some parameters of a group. Parameters are independent of each other: several
    /// threads update some each.
    ///
    /// @param at the first parameter
    void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length);
}
