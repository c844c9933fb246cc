package slope.cli.train;

import slope.model.ModelState;
import slope.training.StateKeeper;

/// Keeps states as another keeper does, and ends the training once somebody wants that, with its last
/// state kept.
final class InterruptibleKeeper implements StateKeeper<ModelState> {
    private final StateKeeper<ModelState> keeper;
    private final Interruption interruption;

    InterruptibleKeeper(StateKeeper<ModelState> keeper, Interruption interruption) {
        this.keeper = keeper;
        this.interruption = interruption;
    }

    @Override
    public boolean wants(Moment moment) {
        return keeper.wants(moment) || (interruption.isRequested() && moment != Moment.AFTER_ALL);
    }

    @Override
    public void keep(ModelState state) {
        keeper.keep(state);
        if (interruption.isRequested() && state.atWork().isPresent()) {
            throw new InterruptedTrainingException(state);
        }
    }
}
