package slope.optimizer;

import java.util.List;
import slope.layer.Parameters;

/// What an [Optimizer] remembers at some moment of a training.
///
/// @param moments the optimizer's own for each parameter, and last, where parameters are averaged,
///     their average
/// @param betaPowers for each of the optimizer's own moments, β to the power of the steps so far; 1
///     where it is not corrected
public record OptimizerState(List<Parameters> moments, List<Double> betaPowers) {
    public OptimizerState {
        moments = List.copyOf(moments);
        betaPowers = List.copyOf(betaPowers);
    }
}
