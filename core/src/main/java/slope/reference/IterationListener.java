package slope.reference;

/// Sees every number of every iteration, in order; whatever it throws ends the training.
@FunctionalInterface
public interface IterationListener {

    /// An iteration has ended. A listener may keep the trace: it never changes.
    void iterationEnded(Trace trace);
}
