package slope.training;

/// Receives states of a training, so that it can resume. It is called in the thread that trains, of networks that are
/// trained side by side only for the one whose turn it is. An
/// exception from it ends the training, and a state that it was given before can be resumed.
///
/// @param <S> the state: a [TrainingState] of one network, or that of several
public interface Checkpointer<S> {

    /// The moments at which a state is offered.
    enum Moment {
        /// After each batch, and during validation: called often, so do little.
        AFTER_BATCH,
        AFTER_EPOCH,
        /// After the last epoch of the last network.
        AFTER_ALL
    }

    /// Whether the state is wanted at this moment.
    boolean wants(Moment moment);

    /// Receives the state that was wanted.
    void save(S state);

    /// Wants no states.
    static <S> Checkpointer<S> none() {
        return new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return false;
            }

            @Override
            public void save(S state) {}
        };
    }
}
