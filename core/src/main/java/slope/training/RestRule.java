package slope.training;

import slope.layer.Parameters;

/// Decides whether another learning-rate cycle is worth its time. It is asked when a cycle has ended and the
/// rate is at rest, see [slope.optimizer.LearningRate#cycles].
@FunctionalInterface
public interface RestRule {
    /// Whether training goes on.
    ///
    /// @param best the parameters of the best epoch of the cycle that has ended
    /// @param before those of the best epoch of all cycles before it
    boolean isWorthAnother(Parameters best, Parameters before);
}
