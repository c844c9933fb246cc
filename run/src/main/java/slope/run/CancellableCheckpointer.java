package slope.run;

import slope.fit.FitState;
import slope.training.Checkpointer;

/// A checkpointer that passes states to another one. Once the run is cancelled, it keeps the last
/// state and ends the training. States after an epoch also show the health of its network.
final class CancellableCheckpointer implements Checkpointer<FitState> {
    private final Checkpointer<FitState> checkpointer;
    private final Cancellation cancellation;
    private final RunProgress progress;
    private volatile boolean isAbandoned;
    private boolean isKept; // whether the state that comes is wanted for more than its health

    CancellableCheckpointer(Checkpointer<FitState> checkpointer, Cancellation cancellation, RunProgress progress) {
        this.checkpointer = checkpointer;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /// Nobody waits for the training any more: it ends at its next step, and nothing is written.
    void abandon() {
        isAbandoned = true;
    }

    @Override
    public boolean wants(Moment moment) {
        if (isAbandoned) {
            throw new CancelledException();
        }
        isKept = checkpointer.wants(moment) || (cancellation.isAsked() && moment != Moment.AFTER_ALL);
        boolean isShown = moment == Moment.AFTER_EPOCH && progress.wantsState();
        return isKept || isShown;
    }

    @Override
    public void save(FitState state) {
        progress.show(state);
        if (isKept) {
            checkpointer.save(state);
        }
        if (cancellation.isAsked() && state.atWork().isPresent()) {
            throw new CancelledException(state);
        }
    }
}
