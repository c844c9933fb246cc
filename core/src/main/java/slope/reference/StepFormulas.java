package slope.reference;

import java.util.List;
import slope.optimizer.Optimizer;

/// How an [Optimizer] makes a step of the gradient and of what it remembers.
sealed interface StepFormulas permits OptimizerFormulas, LbfgsFormulas {

    /// The learning rate of the step, or its length.
    double rate();

    /// The share of the weight decay that its schedule leaves.
    double decayShare();

    /// The number of steps that the memory knows, this one included.
    long iteration();

    /// One step of all layers.
    ///
    /// @param gradients dLoss/dParameter for each layer and block
    /// @param moments the optimizer's memory from before this step
    List<LayerUpdate> update(ReferenceNetwork network, List<List<Matrix>> gradients, List<LayerMoments> moments);
}
