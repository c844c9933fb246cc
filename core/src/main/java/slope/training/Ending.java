package slope.training;

/// Why a training ended.
public enum Ending {
    /// It had all its epochs.
    EPOCHS,
    /// No epoch was better for as long as [Stopping] waits.
    PATIENCE,
    /// The learning rate was at rest, and another cycle not worth its time.
    REST,
    /// The time limit was near.
    TIME,
    /// A [TrainingListener] wanted no more epochs.
    LISTENER,
    /// L-BFGS: the gradient, or the last decrease of the objective, is within the tolerance.
    CONVERGED,
    /// L-BFGS: the line search found no lower point.
    NO_LOWER_POINT
}
