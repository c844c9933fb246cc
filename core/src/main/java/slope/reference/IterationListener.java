package slope.reference;

/// Callbacks after every iteration, in order, with all numbers of selected ones. An exception from
/// one ends the training.
@FunctionalInterface
public interface IterationListener {

    /// Whether this iteration is traced in full. Training is faster between traced iterations.
    ///
    /// @param iteration its number, from 1
    default boolean wants(int iteration) {
        return true;
    }

    /// A traced iteration has ended. A listener may keep the trace: it never changes.
    void iterationEnded(Trace trace);

    /// Another iteration has ended.
    ///
    /// @param moved whether it moved any parameter
    default void iterationPassed(int iteration, boolean moved) {}
}
