package slope.optimizer;

import java.util.List;
import slope.layer.Parameters;

/// What an [Optimizer] remembers at some moment of a training.
///
/// @param moments for each parameter: none for SGD; the velocity of momentum and Nesterov; for Adam
///     and AdamW the mean of gradients and that of their squares; last, where parameters are averaged,
///     their average
/// @param meanPower β1 to the power of the steps so far, 1 where there is no such thing
/// @param squarePower β2 to the power of the steps so far, 1 where there is no such thing
public record OptimizerState(List<Parameters> moments, double meanPower, double squarePower) {
    public OptimizerState {
        moments = List.copyOf(moments);
    }
}
