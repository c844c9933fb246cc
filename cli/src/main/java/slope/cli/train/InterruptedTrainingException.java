package slope.cli.train;

/// The process was asked to end.
final class InterruptedTrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient EarlyEnd end;

    InterruptedTrainingException(EarlyEnd end) {
        super("the training was interrupted");
        this.end = end;
    }

    /// What there is to keep and to say.
    EarlyEnd end() {
        return end;
    }
}
