package slope.cli.train;

import slope.fit.FitState;

/// The process was asked to end during training.
final class InterruptedTrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FitState state;

    InterruptedTrainingException(FitState state) {
        super("the training was interrupted");
        this.state = state;
    }

    /// The state of the training.
    FitState state() {
        return state;
    }
}
