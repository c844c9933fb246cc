package slope.training;

/// Keeps states of a training, so that it can be taken up again. It is asked in the thread that trains;
/// whatever it throws ends the training, and a state it was given then is a way back into it.
///
/// @param <S> what its states are: a [TrainingState] of one network, or one of several
public interface Checkpointer<S> {

    /// When a state may be kept.
    enum Moment {
        /// After each batch, and while the validation rows are looked at: asked often, so do little.
        AFTER_BATCH,
        AFTER_EPOCH,
        /// After the last epoch of the last network.
        AFTER_ALL
    }

    /// Whether the state is wanted as it is now.
    boolean wants(Moment moment);

    /// Gets the state that was wanted.
    void keep(S state);

    /// Wants nothing.
    static <S> Checkpointer<S> none() {
        return new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return false;
            }

            @Override
            public void keep(S state) {}
        };
    }
}
