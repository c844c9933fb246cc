package slope.cli.train;

import java.util.function.Function;
import slope.fit.FitState;
import slope.training.Checkpointer;

/// A checkpointer that passes states to another one. After an interruption it keeps the last state
/// and ends the training.
final class InterruptibleKeeper implements Checkpointer<FitState> {
    private final Checkpointer<FitState> keeper;
    private final Interruption interruption;
    private final Function<FitState, EarlyEnd> end;

    InterruptibleKeeper(Checkpointer<FitState> keeper, Interruption interruption, Function<FitState, EarlyEnd> end) {
        this.keeper = keeper;
        this.interruption = interruption;
        this.end = end;
    }

    @Override
    public boolean wants(Moment moment) {
        return keeper.wants(moment) || (interruption.isRequested() && moment != Moment.AFTER_ALL);
    }

    @Override
    public void keep(FitState state) {
        keeper.keep(state);
        if (interruption.isRequested() && state.atWork().isPresent()) {
            throw new InterruptedTrainingException(end.apply(state));
        }
    }
}
