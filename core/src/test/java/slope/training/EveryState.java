package slope.training;

import java.util.ArrayList;
import java.util.List;

/// Keeps every state of a training.
///
/// @param <S> what its states are
public class EveryState<S> implements Checkpointer<S> {
    private final List<S> states = new ArrayList<>();

    @Override
    public boolean wants(Moment moment) {
        return true;
    }

    @Override
    public void save(S state) {
        states.add(state);
    }

    /// All so far, in order.
    public List<S> states() {
        return List.copyOf(states);
    }
}
