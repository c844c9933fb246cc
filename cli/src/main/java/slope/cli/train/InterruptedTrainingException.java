package slope.cli.train;

import slope.fit.FitState;

/// Somebody wants the process to end while it trains.
final class InterruptedTrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FitState state;

    InterruptedTrainingException(FitState state) {
        super("the training was interrupted");
        this.state = state;
    }

    /// What the training had come to.
    FitState state() {
        return state;
    }
}
