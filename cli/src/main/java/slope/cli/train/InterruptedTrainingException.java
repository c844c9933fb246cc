package slope.cli.train;

import slope.model.ModelState;

/// Somebody wants the process to end while it trains.
final class InterruptedTrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ModelState state;

    InterruptedTrainingException(ModelState state) {
        super("the training was interrupted");
        this.state = state;
    }

    /// What the training had come to.
    ModelState state() {
        return state;
    }
}
