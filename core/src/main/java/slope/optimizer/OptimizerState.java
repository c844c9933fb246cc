package slope.optimizer;

import java.util.List;
import slope.layer.Parameters;

/// What an [Optimizer] remembers at some moment of a training.
///
/// @param moments of an [UpdateRule], its own for each parameter and last, where parameters are
///     averaged, their average; of [Lbfgs], the step and the change of the gradient of each pair,
///     oldest first
/// @param numbers of an [UpdateRule], for each of its moments β to the power of the steps so far, 1
///     where it is not corrected; of [Lbfgs], the length of the last step, the evaluations that it
///     took, the pairs that its direction was made of, and whether training has converged, 1 or 0
public record OptimizerState(List<Parameters> moments, List<Double> numbers) {
    public OptimizerState {
        moments = List.copyOf(moments);
        numbers = List.copyOf(numbers);
    }
}
