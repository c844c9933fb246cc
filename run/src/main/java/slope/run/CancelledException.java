package slope.run;

import java.util.Optional;
import slope.fit.FitState;

/// The run was cancelled.
final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<FitState> state;

    /// Before or after training.
    CancelledException() {
        this(Optional.empty());
    }

    /// During training.
    CancelledException(FitState state) {
        this(Optional.of(state));
    }

    private CancelledException(Optional<FitState> state) {
        super("cancelled", null, false, false); // It is no failure: nothing is to be found out from its stack.
        this.state = state;
    }

    /// The state of the training; empty before and after it.
    Optional<FitState> state() {
        return state;
    }
}
