package slope.reference;

/// Hears of every iteration, in order, and sees every number of those it wants to; whatever it
/// throws ends the training.
@FunctionalInterface
public interface IterationListener {

    /// Whether this iteration is to be seen in full. Training is quicker between those that are.
    ///
    /// @param iteration its number, from 1
    default boolean wants(int iteration) {
        return true;
    }

    /// An iteration that was wanted has ended. A listener may keep the trace: it never changes.
    void iterationEnded(Trace trace);

    /// An iteration that was not wanted has ended.
    ///
    /// @param moved whether it moved any parameter
    default void iterationPassed(int iteration, boolean moved) {}
}
